import fc from 'fast-check';
import { worlds } from './random-world.ts';
import { roughValue, type World, type WorldIntent, type WorldSettings } from './world.ts';

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

/** The same accounts, of which something is wanted besides what their documents say. */
export const intendedWorlds: fc.Arbitrary<World> = fc.tuple(worlds, intentKnobs).map(([world, knobs]) => {
  const total = world.holdings.reduce((sum, holding) => sum + roughValue(holding), world.cash);
  return { ...world, intent: intentOf(knobs, total), settings: { ...world.settings, bands: knobs.bands } };
});

/** Accounts whose documents are followed as they stand, and accounts of which something else is wanted. */
export const allWorlds: fc.Arbitrary<World> = fc.oneof(
  { weight: 3, arbitrary: worlds },
  { weight: 2, arbitrary: intendedWorlds },
);
