import { dollars, shareCount } from './decimal.ts';
import type { PlainAccount, PlainLimits, PlainTrade } from './plain-account.ts';
import { cannotBeDone, momentAfter, momentAtEnd, type Moment } from './replay.ts';
import { rulings, type Level } from './six-rules.ts';

/** What the oracle says of a list of orders: everything in text, to be compared as it stands. */
export interface Foretold {
  /** Cash and total value after each order. */
  readonly steps: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Positions of the orders that cannot be carried out. */
  readonly impossible: readonly number[];
  /** `rule subject level`, in order of text. */
  readonly rulings: readonly string[];
  readonly verdict: 'SAFE' | 'CONDITIONAL' | 'BLOCKED';
}

const written = ({ cash, total, lines }: Moment): readonly string[] => [
  `cash ${dollars(cash)}`,
  `total ${dollars(total)}`,
  ...lines.map(({ ticker, sector, shares, value }) => `${ticker} ${sector} ${shareCount(shares)} ${dollars(value)}`),
];

/** The three words, from the worst level. */
export const wordFor = (levels: readonly Level[]): Foretold['verdict'] =>
  levels.includes('block') ? 'BLOCKED' : levels.includes('approve') ? 'CONDITIONAL' : 'SAFE';

/** Carries out a list of orders on paper and judges it. Where nothing is ordered or withdrawn, nothing needs approval. */
export const foretell = (account: PlainAccount, trades: readonly PlainTrade[], limits: PlainLimits): Foretold => {
  const prefixes = trades.map((_, index) => trades.slice(0, index + 1));
  const before = momentAfter(account, []);
  const after = momentAtEnd(account, trades);
  const withdraws = account.withdrawal !== undefined;
  const found = rulings({ account, trades, limits, before, after }).map((ruling) =>
    trades.length === 0 && !withdraws && ruling.level === 'approve' ? { ...ruling, level: 'note' as const } : ruling,
  );
  const impossible = prefixes.flatMap((prefix, index) => (cannotBeDone(account, prefix) ? [index] : []));
  const levels = [...found.map(({ level }) => level), ...impossible.map((): Level => 'block')];
  // More is withdrawn than there is: that is no question of policy.
  if (withdraws && after.cash < 0n) levels.push('block');
  return {
    steps: prefixes.map((prefix) => {
      const { cash, total } = momentAfter(account, prefix);
      return `${dollars(cash)} of ${dollars(total)}`;
    }),
    before: written(before),
    after: written(after),
    impossible,
    rulings: found.map(({ rule, subject, level }) => `${rule} ${subject} ${level}`).sort(),
    verdict: wordFor(levels),
  };
};
