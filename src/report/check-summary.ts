import type { AccountedLine } from '../model/directive.ts';
import type { Issue, IssueLevel } from '../model/issue.ts';
import { terminalText } from './escape.ts';
import { say } from './say.ts';

/** How many lines were understood and what was found, after the findings themselves. */
export const checkSummary = (issues: readonly Issue[], accounting: readonly AccountedLine[], file: string): string => {
  const count = (...levels: readonly IssueLevel[]): number =>
    issues.filter(({ level }) => levels.includes(level)).length;
  const understood = accounting.filter((line) => line.class === 'directive' || line.class === 'restated').length;
  const aside = accounting.filter((line) => line.class === 'not_a_directive').length;
  return `${say('summary/check', {
    file: terminalText(file),
    lines: accounting.length,
    understood,
    aside,
    open: accounting.length - understood - aside,
    errors: count('block', 'unusable'),
    warnings: count('approve'),
    notes: count('note'),
    clean: issues.length === 0,
  })}\n`;
};
