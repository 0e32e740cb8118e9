import type { Detail, Issue } from '../model/issue.ts';
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

/** How much of a text from a document a message repeats. */
const SHOWN = 500;

const clip = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const clipped = (value: Detail[string]): Detail[string] => {
  if (typeof value === 'string') return clip(value);
  return typeof value === 'object' ? value.map(clip) : value;
};

/** The words of an issue, from templates/issues/<code>.hbs. */
export const issueWords = ({ code, detail }: Pick<Issue, 'code' | 'detail'>): IssueWords => {
  const shown = Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, clipped(value)]));
  const lines = say(`issues/${code}`, shown).split('\n');
  return { is: part(lines, 'is'), should: part(lines, 'should'), do: part(lines, 'do') };
};
