// The six constraints and the targets, measured on what was really filled.
import { describe, expect, it } from 'vitest';
import type { Fill } from '../../src/model/fill.ts';
import { sectorOf, type Sector } from '../../src/model/sector.ts';
import type { Ticker } from '../../src/model/ticker.ts';
import { acceptFill } from '../../src/steps/5-accept-fill.ts';
import { actual, type Outcome } from '../../src/steps/7-actual.ts';
import { resolveDirectives } from '../../src/steps/0-resolve-directives.ts';
import { account, DAY, holding, limits, restriction, ticker } from '../account.ts';
import { books, report } from './books-for.ts';
import { cashDirective, sectorDirective } from './ground-for.ts';

const start = account('8000', [holding('NEM', 'Materials', '320', '100'), holding('KO', 'Staples', '1200', '50')]);
const filled = (...words: readonly string[]): readonly Fill[] => words.map((one) => acceptFill(report(one), books()));
const sectors: ReadonlyMap<Ticker, Sector> = new Map([[ticker('LLY'), sectorOf('Healthcare')]]);
const config = limits({ sector_cap: { max_pct: 100 }, position_limit: { max_pct: 100 } });
const directives = resolveDirectives([sectorDirective('reduce', 'Materials', '22'), cashDirective('5')], {
  portfolio: start,
  spelling: new Map(),
  prices: new Map(),
  trust: config.trust,
}).resolved;

const came = (fills: readonly Fill[], more: Partial<Outcome> = {}) =>
  actual({ portfolio: start, fills, sectors, directives, restrictions: [], config, day: DAY, ...more });
const graver = ({ findings }: ReturnType<typeof came>): readonly string[] =>
  findings.filter(({ level }) => level !== 'pass').map((one) => `${one.constraint} ${one.subject} ${one.level}`);

describe('what was filled', () => {
  it('is carried out at its own prices and fees, in the order of recording', () => {
    const { rehearsal } = came(filled('SOLD 100 NEM @ 99 fees 1', 'BOUGHT 40 LLY @ 201 fees 2.50'));
    expect(rehearsal.steps.map(({ cash }) => cash)).toEqual([1_789_900n, 985_650n]);
    expect(rehearsal.after.cash).toBe(985_650n);
    expect(rehearsal.after.positions.get(ticker('LLY'))?.sector).toBe('Healthcare');
  });

  it('is judged by the six constraints', () => {
    expect(graver(came(filled('SOLD 100 NEM @ 100', 'SOLD 20 KO @ 50', 'BOUGHT 40 LLY @ 200')))).toEqual([]);
    expect(graver(came(filled('BOUGHT 40 LLY @ 200')))).toEqual([
      'cash_minimum Cash approve',
      'cash_throughout 1 approve',
    ]);
    expect(graver(came(filled('SOLD 1 NEM @ 100'), { restrictions: [restriction('NEM')] }))).toEqual([
      'restrictions NEM block',
    ]);
  });

  it('drifts from the targets by what is still missing', () => {
    const gaps = (fills: readonly Fill[]) => came(fills).residuals.map(({ subject, gap }) => [subject, gap]);
    expect(gaps([])).toEqual([
      ['Cash', -300_000n],
      ['Materials', -1_000_000n],
    ]);
    expect(gaps(filled('SOLD 60 NEM @ 100'))).toEqual([
      ['Cash', -900_000n],
      ['Materials', -400_000n],
    ]);
  });

  it('more than there was is an issue, and a ticker of no sector is one of its own', () => {
    const { issues, rehearsal } = came(filled('SOLD 321 NEM @ 100', 'BOUGHT 1 MSFT @ 400'));
    expect(issues.map(({ code, subject }) => `${code} ${subject ?? ''}`)).toEqual(['order-impossible NEM']);
    expect(rehearsal.after.positions.get(ticker('MSFT'))?.sector).toBe('Unknown');
  });
});
