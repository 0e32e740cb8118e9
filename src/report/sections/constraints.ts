import type { Finding } from '../../model/finding.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { markdownText } from '../escape.ts';
import { findingTable, type FindingTable } from '../finding-table.ts';
import { inMarkdown } from '../in-markdown.ts';

const escaped = (table: FindingTable): object => ({
  ...table,
  rule: markdownText(table.rule),
  rows: table.rows.map((row) => inMarkdown(row, 'subject', 'result', 'origin')),
});

const inOrder = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ constraint }) => constraint)),
];

/** The constraints, every subject of each: before, after, limit, room, result and origin. */
export const constraints = ({ findings, spelling }: Recommendation): object | undefined => {
  if (findings.length === 0) return undefined;
  const tables = inOrder(findings).map((id) => findingTable(id, findings, spelling));
  return { tables: tables.map(escaped) };
};
