import fc from 'fast-check';
import type { WorldHolding } from './world.ts';

export const SECTORS = [
  'Technology',
  'Healthcare',
  'Financials',
  'Communications',
  'Materials',
  'Energy',
  'Utilities',
  'Real Estate',
] as const;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A ticker for a number; the order of the alphabet is not the order of the numbers. */
export const tickerName = (index: number, prefix: string): string =>
  `${LETTERS.charAt((index * 11 + 5) % 26)}${LETTERS.charAt(Math.floor(index / 26))}${prefix}`;

/** Prices from below a dollar to $3,000, in 1/10,000: mostly whole cents. */
export const prices: fc.Arbitrary<number> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 500, max: 50_000 }).map((cents) => cents * 100) },
  { weight: 6, arbitrary: fc.integer({ min: 100, max: 300_000 }).map((cents) => cents * 100) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 99 }).map((cents) => cents * 100) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 30_000_000 }) },
);

interface HoldingKnobs {
  readonly size: number;
  readonly price: number;
  readonly sector: number;
  readonly dust: number;
  readonly gain: number | undefined;
}

const holdingKnobs: fc.Arbitrary<HoldingKnobs> = fc.record({
  size: fc.integer({ min: 1, max: 100 }),
  price: prices,
  sector: fc.nat({ max: 7 }),
  dust: fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 999_999 }) },
  ),
  gain: fc.option(fc.integer({ min: -90, max: 900 }), { nil: undefined, freq: 6 }),
});

/** What an account is made of: the parts of the whole, and how large the whole is. */
export interface AccountKnobs {
  readonly dollars: number;
  readonly cash: number;
  readonly sectors: number;
  readonly allRound: boolean;
  readonly holdings: readonly HoldingKnobs[];
}

export const accountKnobs: fc.Arbitrary<AccountKnobs> = fc.record({
  dollars: fc.oneof(
    { weight: 1, arbitrary: fc.integer({ min: 2_000, max: 20_000 }) },
    { weight: 4, arbitrary: fc.integer({ min: 50_000, max: 500_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1_000_000, max: 20_000_000 }) },
  ),
  cash: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(0, 2.5, 5, 8) },
    { weight: 3, arbitrary: fc.double({ min: 0, max: 20, noNaN: true }) },
    { weight: 1, arbitrary: fc.double({ min: 20, max: 60, noNaN: true }) },
  ),
  sectors: fc.integer({ min: 2, max: 8 }),
  allRound: fc.boolean(),
  holdings: fc.array(holdingKnobs, { minLength: 1, maxLength: 30, size: 'max' }),
});

const holdingOf = (knobs: HoldingKnobs, index: number, value: number, account: AccountKnobs): WorldHolding => {
  const price = account.allRound ? Math.ceil(knobs.price / 100) * 100 : knobs.price;
  const whole = Math.max(1, Math.round(value / (price / 10_000))) * 1_000_000;
  const shares = account.allRound ? whole : whole + knobs.dust;
  const cost = knobs.gain === undefined ? undefined : Math.round(((shares * price) / 1e8) * (100 / (100 + knobs.gain)));
  return {
    ticker: tickerName(index, 'H'),
    sector: SECTORS[knobs.sector % account.sectors] ?? 'Technology',
    shares,
    price,
    ...(cost === undefined || cost === 0 ? {} : { cost }),
  };
};

export const holdingsOf = (account: AccountKnobs): readonly WorldHolding[] => {
  const sizes = account.holdings.reduce((sum, { size }) => sum + size, 0);
  const invested = account.dollars * (1 - account.cash / 100);
  return account.holdings.map((knobs, index) => holdingOf(knobs, index, (invested * knobs.size) / sizes, account));
};

/** Cents: the part of the whole, counted on the holdings as they came out. */
export const cashOf = (account: AccountKnobs, investedCents: number): number =>
  Math.round((investedCents * account.cash) / (100 - account.cash));
