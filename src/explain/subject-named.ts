import type { Subject } from '../model/explanation.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { sectorName, sectorOf } from '../model/sector.ts';
import { tickerOf } from '../model/ticker.ts';
import { CONSTRAINTS } from '../validate/registry.ts';

/** The subject that a person names, or the name that they probably meant. */
export type Named = { readonly subject: Subject } | { readonly nearest?: string };

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '_');

const LINE = /^(?:\S+:|line\s*:?\s*)?(\d+)$/iu;

const byLine = (text: string, { directives, accounting }: Recommendation): Subject | undefined => {
  const [, digits] = LINE.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const at = Number(digits);
  const resolved = directives.find(({ directive }) => directive.place.line === at);
  if (resolved !== undefined) return { kind: 'directive', resolved };
  const line = accounting.find(({ place }) => place.line === at);
  return line === undefined ? undefined : { kind: 'line', line };
};

/** Tickers that the plan knows: held, picked, or proposed by a stock file. */
const tickersOf = ({ portfolio, market, stockValidations }: Recommendation): ReadonlySet<string> =>
  new Set([...portfolio.holdings, ...(market?.picks ?? []), ...stockValidations].map(({ ticker }) => ticker));

/**
 * What a person means: a constraint by its id, a line by its number (`52`, `line 52`, `Portfolio.md:52`), a ticker, a sector
 * by any of its names, or cash.
 */
export const subjectNamed = (text: string, plan: Recommendation): Named => {
  const constraint = CONSTRAINTS.find(({ id }) => id === plain(text));
  if (constraint !== undefined) return { subject: { kind: 'constraint', id: constraint.id } };
  const line = byLine(text, plan);
  if (line !== undefined) return { subject: line };
  const tickers = tickersOf(plan);
  const ticker = tickerOf(text.toUpperCase());
  if (ticker !== undefined && tickers.has(ticker)) return { subject: { kind: 'ticker', ticker } };
  if (plain(text) === 'cash') {
    const resolved = plan.directives.find(({ directive }) => directive.kind === 'cash');
    return {
      subject: resolved === undefined ? { kind: 'constraint', id: 'cash_minimum' } : { kind: 'directive', resolved },
    };
  }
  const sector = sectorOf(text);
  const sectors = new Set([...plan.rehearsal.before.sectors.keys(), ...plan.rehearsal.after.sectors.keys()]);
  for (const { directive } of plan.directives) if (directive.kind === 'sector') sectors.add(directive.sector);
  if (sectors.has(sector)) return { subject: { kind: 'sector', sector } };
  const names = [
    ...tickers,
    ...[...sectors].map((one) => sectorName(one, plan.spelling)),
    ...CONSTRAINTS.map(({ id }) => id),
  ];
  const nearest = nearestName(text, names);
  return nearest === undefined ? {} : { nearest };
};
