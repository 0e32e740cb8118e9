import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { placeText } from '../model/place.ts';
import type { Sector } from '../model/sector.ts';
import { bareText } from './bare-text.ts';
import { issueAt } from './issue-at.ts';
import type { Outline, Section, Table } from './outline.ts';
import { isRankingSection, rankColumns } from './rank-columns.ts';
import { namedSector, sectorWords } from './row-sector.ts';

/** How a market document ranks the sectors; 1 is best. */
export interface Rankings {
  readonly rankings: ReadonlyMap<Sector, number>;
  readonly spelling: ReadonlyMap<Sector, string>;
  readonly issues: readonly Issue[];
}

/** One sector with the rank that is written beside it. */
export interface RankEntry {
  readonly name: string;
  readonly rank: number | undefined;
  readonly written: string;
  readonly place: Place;
  /** Where the rank itself stands. */
  readonly rankPlace: Place;
}

const fromTable = (table: Table, section: Section): readonly RankEntry[] => {
  const columns = rankColumns(table, section);
  if (!columns) return [];
  return table.rows.flatMap((row, index) => {
    const cell = row.cells[columns.sector ?? 0];
    const name = sectorWords(cell?.text ?? '');
    const written = columns.rank === undefined ? String(index + 1) : bareText(row.cells[columns.rank]?.text ?? '');
    const rankPlace = row.cells[columns.rank ?? -1]?.place ?? row.place;
    const digits = /^#?\s?(\d{1,3})$/.exec(written)?.[1];
    return cell && name !== undefined
      ? [{ name, rank: digits === undefined ? undefined : Number(digits), written, place: cell.place, rankPlace }]
      : [];
  });
};

const fromLines = (section: Section): readonly RankEntry[] =>
  section.lines
    .filter((line) => line.kind === 'item' && line.struck !== true)
    .flatMap((line, index) => {
      const text = bareText(line.text);
      const own = /^(?:rank\s?)?#?\s?(\d{1,3})\s?[:.)–—-]?\s+/i.exec(text);
      const name = text
        .slice(own?.[0].length ?? 0)
        .replace(/\s?(?:[:(,|=]|\s[–—-]\s).*$/, '')
        .trim();
      const rank = own ? Number(own[1]) : (line.ordinal ?? index + 1);
      return name === '' ? [] : [{ name, rank, written: String(rank), place: line.place, rankPlace: line.place }];
    });

/** Puts ranks in order; a rank or a sector that is given twice is reported, and the first one counts. */
export const rankingsOf = (entries: readonly RankEntry[]): Rankings => {
  const rankings = new Map<Sector, number>();
  const spelling = new Map<Sector, string>();
  const places = new Map<string, Place>();
  const issues: Issue[] = [];
  for (const { name, rank, written, place, rankPlace } of entries) {
    const { sector, spelled, issues: naming } = namedSector(name, place);
    issues.push(...naming);
    if (rank === undefined || rank < 1) {
      issues.push(issueAt('rank-unreadable', 'approve', rankPlace, { text: written }, sector));
      continue;
    }
    const earlier = places.get(sector) ?? places.get(`rank ${String(rank)}`);
    if (earlier) issues.push(issueAt('rank-twice', 'approve', place, { rank, other: placeText(earlier) }, sector));
    if (rankings.has(sector)) continue;
    rankings.set(sector, rank);
    spelling.set(sector, spelled);
    places.set(sector, place);
    places.set(`rank ${String(rank)}`, place);
  }
  return { rankings, spelling, issues };
};

/** Reads the ranking of sectors: a numbered list or a table under a heading that says so, or a table with a rank column. */
export const readRankings = (outline: Outline): Rankings =>
  rankingsOf(
    outline.sections.flatMap((section) => [
      ...section.tables.flatMap((table) => fromTable(table, section)),
      ...(isRankingSection(section) ? fromLines(section) : []),
    ]),
  );
