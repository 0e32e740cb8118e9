import fc from 'fast-check';
import { SECTORS } from './random-account.ts';
import { roughValue, type Verb, type WorldDirective, type WorldHolding } from './world.ts';

/** How the directives of a plan are made. */
export interface PlanKnobs {
  /** Targets that are the whole account, as an analyst means them; else anything goes. */
  readonly closes: boolean;
  readonly verbs: readonly (Verb | 'none')[];
  readonly strengths: readonly number[];
  readonly cash: number | undefined;
  readonly coarse: number;
  readonly tickers: readonly TickerKnobs[];
}

interface TickerKnobs {
  readonly at: number;
  readonly kind: 'weight' | 'part' | 'shares' | 'keep';
  readonly verb: Verb;
  readonly size: number;
}

const eight = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.array(arbitrary, { minLength: 8, maxLength: 8 });

const verbs: fc.Arbitrary<Verb | 'none'> = fc.constantFrom<(Verb | 'none')[]>(
  'none',
  'none',
  'reduce',
  'reduce',
  'increase',
  'increase',
  'exit',
  'hold',
  'set',
);

export const planKnobs: fc.Arbitrary<PlanKnobs> = fc.record({
  closes: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  verbs: eight(verbs),
  strengths: eight(fc.integer({ min: 1, max: 99 })),
  cash: fc.option(fc.constantFrom(0, 2, 5, 5, 7.5, 10, 20), { nil: undefined, freq: 2 }),
  coarse: fc.constantFrom(1_000_000, 100_000, 100_000, 10_000, 10_000, 1),
  tickers: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          at: fc.nat({ max: 40 }),
          kind: fc.constantFrom('weight' as const, 'part' as const, 'shares' as const, 'keep' as const),
          verb: fc.constantFrom<Verb[]>('reduce', 'increase', 'exit'),
          size: fc.integer({ min: 1, max: 40 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    },
  ),
});

/** What an account weighs, in millionths of a percent. */
interface Weights {
  readonly sectors: ReadonlyMap<string, number>;
  readonly cash: number;
}

const HUNDRED = 100_000_000;
const CLOSES_WITHIN = 400_000;

export const weightsOf = (holdings: readonly WorldHolding[], cash: number): Weights => {
  const total = holdings.reduce((sum, holding) => sum + roughValue(holding), cash);
  const sectors = new Map<string, number>();
  for (const holding of holdings) {
    sectors.set(holding.sector, (sectors.get(holding.sector) ?? 0) + (roughValue(holding) / total) * HUNDRED);
  }
  return { sectors, cash: (cash / total) * HUNDRED };
};

/** What is to happen to one sector. */
interface Wish {
  readonly sector: string;
  readonly verb: Verb;
  readonly current: number;
  readonly strength: number;
}

const isRising = ({ verb, current, strength }: Wish): boolean =>
  verb === 'increase' || (verb === 'set' && (current === 0 || strength > 50));

/** Targets of the sectors that fall; what they free goes to those that rise, what is left to a stated cash target. */
const closing = (
  wishes: readonly Wish[],
  weights: Weights,
  floor: number,
  { coarse, cash }: PlanKnobs,
): WorldDirective[] => {
  const round = (value: number): number => Math.floor(value / coarse) * coarse;
  let free = weights.cash - floor; // what may be spent
  const directives: WorldDirective[] = [];
  for (const wish of wishes.filter((one) => !isRising(one))) {
    const { sector, verb, current, strength } = wish;
    const target = verb === 'exit' ? 0 : verb === 'hold' ? undefined : round((current * strength) / 100);
    if (target !== undefined) free += current - target;
    directives.push({ kind: 'sector', sector, verb, ...(target === undefined ? {} : { target }) });
  }
  const rising = wishes.filter(isRising);
  const parts = rising.reduce((sum, { strength }) => sum + strength, 0);
  const shared = Math.max(0, free);
  for (const { sector, verb, current, strength } of rising) {
    const target = round(current + (shared * strength) / parts);
    if (target <= current) continue;
    directives.push({ kind: 'sector', sector, verb, target });
    free -= target - current;
  }
  const missed = Math.abs(free) > CLOSES_WITHIN ? Math.max(0, Math.floor(free)) : 0;
  return cash === undefined ? directives : [...directives, { kind: 'cash', target: floor + missed }];
};

const open = (wishes: readonly Wish[], { cash }: PlanKnobs): WorldDirective[] => [
  ...wishes.map(({ sector, verb, strength }): WorldDirective => ({
    kind: 'sector',
    sector,
    verb,
    ...(verb === 'hold' ? {} : { target: verb === 'exit' ? 0 : Math.floor(strength / 2) * 1_000_000 }),
  })),
  ...(cash === undefined ? [] : [{ kind: 'cash' as const, target: cash * 1_000_000 }]),
];

const tickerDirective = ({ kind, verb, size }: TickerKnobs, ticker: string, lot: number): WorldDirective => {
  if (kind === 'keep') return { kind: 'keep', ticker };
  if (kind === 'shares') {
    const way = verb === 'exit' ? 'reduce' : verb;
    return { kind: 'shares', ticker, verb: way, size: size * lot * 1_000_000 };
  }
  if (kind === 'part') return { kind: 'part', ticker, verb: verb === 'exit' ? 'reduce' : verb, size: size * 2_000_000 };
  return { kind: 'weight', ticker, verb, size: verb === 'exit' ? 0 : size * 500_000 };
};

export const directivesOf = (
  knobs: PlanKnobs,
  account: { readonly holdings: readonly WorldHolding[]; readonly cash: number; readonly tickers: readonly string[] },
  rules: { readonly floor: number; readonly lot: number },
): readonly WorldDirective[] => {
  const weights = weightsOf(account.holdings, account.cash);
  const wishes = SECTORS.flatMap((sector, index): readonly Wish[] => {
    const verb = knobs.verbs[index] ?? 'none';
    const wish = { sector, current: weights.sectors.get(sector) ?? 0, strength: knobs.strengths[index] ?? 50 };
    return verb === 'none' || (wish.current === 0 && verb !== 'increase') ? [] : [{ ...wish, verb }];
  });
  const floor = (knobs.cash ?? rules.floor) * 1_000_000;
  const named = new Set<string>();
  const tickers = knobs.tickers.flatMap((one): readonly WorldDirective[] => {
    const ticker = account.tickers[one.at % account.tickers.length] ?? '';
    if (named.has(ticker)) return [];
    named.add(ticker);
    return [tickerDirective(one, ticker, rules.lot)];
  });
  return [...(knobs.closes ? closing(wishes, weights, floor, knobs) : open(wishes, knobs)), ...tickers];
};
