import fc from 'fast-check';
import { worlds } from './random-world.ts';
import { DAY, roughValue, type World, type WorldIntent, type WorldLock, type WorldSettings } from './world.ts';

interface IntentKnobs {
  readonly kind: 'deposit' | 'withdrawal' | 'no-sell' | 'within-band' | 'both';
  /** Thousandths of the account. */
  readonly part: number;
  readonly odd: number;
  readonly bands: NonNullable<WorldSettings['bands']>;
}

const intentKnobs: fc.Arbitrary<IntentKnobs> = fc.record({
  kind: fc.constantFrom('deposit', 'withdrawal', 'deposit', 'withdrawal', 'no-sell', 'within-band', 'both'),
  part: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_100 }) },
  ),
  odd: fc.nat({ max: 99 }),
  bands: fc.record({
    points: fc.constantFrom(5, 5, 1, 0, 2.5),
    relative_pct: fc.constantFrom(25, 25, 10, 50),
    rule: fc.constantFrom('narrower' as const, 'narrower' as const, 'wider' as const),
  }),
});

const intentOf = ({ kind, part, odd }: IntentKnobs, total: number): WorldIntent => {
  if (kind === 'deposit' || kind === 'withdrawal')
    return { kind, amount: Math.floor((total * part) / 100_000) * 100 + odd + 1 };
  return { kind: 'restraint', noSell: kind !== 'within-band', withinBand: kind !== 'no-sell' };
};

interface LockKnobs {
  readonly at: number;
  readonly kind: 'no_buy' | 'no_sell' | 'shares' | 'weight';
  readonly low: number;
  readonly high: number;
  readonly until: string;
}

const lockKnobs: fc.Arbitrary<LockKnobs> = fc.record({
  at: fc.nat({ max: 40 }),
  kind: fc.constantFrom('no_buy', 'no_sell', 'shares', 'weight'),
  low: fc.nat({ max: 120 }),
  high: fc.nat({ max: 120 }),
  until: fc.constantFrom(DAY, DAY, '2026-03-01', '2026-01-07'),
});

/** Ranges of shares around what is held, or of weights. */
const lockOf = ({ at, kind, low, high, until }: LockKnobs, { holdings, picks }: World): readonly WorldLock[] => {
  const named = [...holdings.map(({ ticker }) => ticker), ...picks.map(({ ticker }) => ticker)];
  const ticker = named[at % Math.max(1, named.length)];
  if (ticker === undefined) return [];
  const lock = { ticker, reason: 'as the person prefers', until };
  const [least, most] = low < high ? [low, high] : [high, low];
  if (kind === 'no_buy' || kind === 'no_sell') return [{ ...lock, kind }];
  if (kind === 'weight') return [{ ...lock, kind: 'hold', min_pct: least / 10, max_pct: most / 10 }];
  const held = (holdings.find((one) => one.ticker === ticker)?.shares ?? 20_000_000) / 1_000_000;
  return [
    { ...lock, kind: 'hold', min_shares: Math.floor((held * least) / 100), max_shares: Math.ceil((held * most) / 50) },
  ];
};

/** The same accounts, of which something is wanted besides what their documents say. */
export const intendedWorlds: fc.Arbitrary<World> = fc
  .tuple(worlds, intentKnobs, fc.array(lockKnobs, { maxLength: 4 }))
  .map(([world, knobs, locks]) => {
    const total = world.holdings.reduce((sum, holding) => sum + roughValue(holding), world.cash);
    return {
      ...world,
      intent: intentOf(knobs, total),
      settings: {
        ...world.settings,
        bands: knobs.bands,
        locks: { tickers: locks.flatMap((one) => lockOf(one, world)) },
      },
    };
  });

/** Accounts whose documents are followed as they stand, and accounts of which something else is wanted. */
export const allWorlds: fc.Arbitrary<World> = fc.oneof(
  { weight: 3, arbitrary: worlds },
  { weight: 2, arbitrary: intendedWorlds },
);
