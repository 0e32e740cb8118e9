import type { Issue } from '../model/issue.ts';
import { bareText } from './bare-text.ts';
import { holdingColumns } from './holding-columns.ts';
import { issueAt } from './issue-at.ts';
import type { HeldTable } from './held-table.ts';
import type { Place } from '../model/place.ts';

const ACCOUNT = /\b(?:accounts?|ira|401\(?k\)?|roth|brokerage|taxable|joint|hsa|529|custodial)\b/i;

/** The accounts that holdings tables name, in a column or in their headings, with the place of each. */
const accountsOf = (tables: readonly HeldTable[]): Map<string, Place> => {
  const accounts = new Map<string, Place>();
  for (const { table, section } of tables) {
    const at = holdingColumns(table)?.account;
    const named = table.rows.flatMap((row) => {
      const cell = at === undefined ? undefined : row.cells[at];
      return cell && /\p{L}|\d/u.test(cell.text) ? [{ name: bareText(cell.text), place: cell.place }] : [];
    });
    const heading =
      section.heading && ACCOUNT.test(section.title)
        ? [{ name: bareText(section.title), place: section.heading.place }]
        : [];
    for (const { name, place } of named.length > 0 ? named : heading)
      if (!accounts.has(name)) accounts.set(name, place);
  }
  return accounts;
};

/** Orders go to one account; a document with several does not say to which, and that is never guessed. */
export const accountIssues = (tables: readonly HeldTable[]): readonly Issue[] => {
  const accounts = accountsOf(tables);
  const second = [...accounts.values()][1];
  return second && accounts.size > 1
    ? [issueAt('several-accounts', 'unusable', second, { accounts: [...accounts.keys()] })]
    : [];
};
