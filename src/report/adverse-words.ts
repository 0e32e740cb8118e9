import type { Endurance, Recommendation } from '../model/recommendation.ts';
import { writeDecimal, type Pct } from '../model/units.ts';
import { findingSubject } from './finding-subject.ts';
import { say } from './say.ts';

/** Two decimals of a percentage, rounded down: what is stated is kept. */
const PER_HUNDREDTH = 10_000n;

const pctWords = (pct: Pct | undefined): string =>
  pct === undefined ? '' : `${writeDecimal(pct / PER_HUNDREDTH, 2)}%`;

/** What is breached first, as flags and a name: the template has the words. */
const firstFlags = ({ first }: Endurance, { spelling }: Pick<Recommendation, 'spelling'>) => ({
  first: first === undefined ? '' : findingSubject(first, spelling),
  isCap: first?.constraint === 'sector_cap',
  isPosition: first?.constraint === 'position_limit',
  isRise: first?.constraint === 'sector_increase',
  isEnd: first?.constraint === 'cash_minimum',
  isStep: first?.constraint === 'cash_throughout',
});

/** The largest adverse move in one plain sentence; empty where nothing is known of one. Plain text, not yet escaped. */
export const adverseWords = (from: Recommendation): string => {
  const { adverseMove, plan } = from;
  if (adverseMove === undefined) return '';
  const { both, sells, buys } = adverseMove;
  return say('report/adverse-move', {
    hasSells: plan.trades.some(({ side }) => side === 'SELL'),
    hasBuys: plan.trades.some(({ side }) => side === 'BUY'),
    both: pctWords(both.pct),
    none: both.pct !== undefined && both.pct < PER_HUNDREDTH,
    sells: pctWords(sells?.pct),
    buys: pctWords(buys?.pct),
    ...firstFlags(both, from),
  });
};
