import type { Issue } from '../model/issue.ts';
import { say } from './say.ts';

/** The three sentences of a message: what is, what should be, what to do. */
export interface IssueWords {
  readonly is: string;
  readonly should: string;
  readonly do: string;
}

const part = (lines: readonly string[], label: string): string => {
  const start = lines.findIndex((line) => line.startsWith(`${label}:`));
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => /^(?:is|should|do):/u.test(line));
  const own = start < 0 ? '' : (lines[start]?.slice(label.length + 1) ?? '');
  return [own, ...(end < 0 ? rest : rest.slice(0, end))]
    .map((line) => line.trim())
    .join(' ')
    .trim();
};

/** The words of an issue, from templates/issues/<code>.hbs. */
export const issueWords = ({ code, detail }: Pick<Issue, 'code' | 'detail'>): IssueWords => {
  const lines = say(`issues/${code}`, detail).split('\n');
  return { is: part(lines, 'is'), should: part(lines, 'should'), do: part(lines, 'do') };
};
