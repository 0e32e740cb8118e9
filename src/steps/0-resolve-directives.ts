import type {
  Basis,
  CashDirective,
  Direction,
  Directive,
  ResolvedDirective,
  SectorDirective,
  TickerDirective,
} from '../model/directive.ts';
import { percentText, sharesText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import { holdingValue, sectorValue, totalValue, type Portfolio } from '../model/portfolio.ts';
import { addRatios, compareRatios, distance, pctRatio, subtractRatios, weight, type Ratio } from '../model/ratio.ts';
import { sectorName, type Spelling } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { HUNDRED_PCT, roundDivide, worth, type Cents, type Pct, type Price, type Shares } from '../model/units.ts';
import type { Trust } from '../validate/settings.ts';

/** What directives are resolved against. */
export interface Resolving {
  readonly portfolio: Portfolio;
  readonly spelling: Spelling;
  /** Prices of tickers that are picked but not held. */
  readonly prices: ReadonlyMap<Ticker, Price>;
  readonly trust: Trust;
  /** What the document's percentages are parts of; the total where nobody said otherwise. */
  readonly basis?: Basis;
}

/** Directives are resolved against an account, and the part of it that their percentages are parts of. */
interface Context extends Resolving {
  readonly base: Ratio;
}

/** A directive in dollars, and what is odd about it. */
interface Resolution {
  readonly resolved: ResolvedDirective;
  readonly issues: readonly Issue[];
}

const ZERO: Ratio = { num: 0n, den: 1n };
const WHOLE: Ratio = { num: 1n, den: 1n };
const NO_CHANGE = 0n as Cents;

const changeTo = (target: Ratio, value: Cents, total: Cents): Cents =>
  (roundDivide(target.num * total, target.den) - value) as Cents;

/** A directive that the account already fulfils, or whose verb the account contradicts. */
const overtaken = (resolved: ResolvedDirective, trust: Trust): readonly Issue[] => {
  const gap = distance(resolved.current, resolved.target);
  const beyond = (points: bigint): boolean => compareRatios(gap, { num: points, den: HUNDRED_PCT }) > 0;
  if (!beyond(trust.note_points)) return [];
  const { directive, subject, current, target } = resolved;
  return [
    {
      code: beyond(trust.approve_points) ? 'verb-contradicts-account' : 'directive-overtaken',
      level: beyond(trust.approve_points) ? 'block' : 'note',
      place: directive.place,
      subject,
      detail: { subject, text: directive.text, current: percentText(current), target: percentText(target) },
    },
  ];
};

/** The way that a line says: by its verb, or without one by its own numbers (46.8% → 25% goes down). */
const wayOf = ({ direction, from }: Directive, target: Ratio): Direction => {
  if (direction !== 'set' || from === undefined) return direction;
  const way = compareRatios(target, pctRatio(from.value));
  return way < 0 ? 'reduce' : way > 0 ? 'increase' : 'hold';
};

/** Whether the way from the current weight to the target is the way that the line says. */
const agrees = (direction: Direction, way: number): boolean =>
  direction === 'set' || (direction === 'increase' ? way > 0 : way < 0);

const towardTarget = (
  directive: SectorDirective | TickerDirective,
  subject: string,
  value: Cents,
  stated: Ratio,
  { portfolio, trust, base }: Context,
): Resolution => {
  const target: Ratio = { num: stated.num * base.num, den: stated.den * base.den };
  const total = totalValue(portfolio);
  const current = weight(value, total);
  const way = compareRatios(target, current);
  const holds: ResolvedDirective = { directive, subject, action: 'HOLD', current, target, change: NO_CHANGE };
  const direction = wayOf(directive, stated);
  if (way === 0 || direction === 'hold') return { resolved: holds, issues: [] };
  if (!agrees(direction, way)) return { resolved: holds, issues: overtaken(holds, trust) };
  const change = changeTo(target, value, total);
  return { resolved: { ...holds, action: way > 0 ? 'BUY' : 'SELL', change }, issues: [] };
};

const resolveSector = (directive: SectorDirective, context: Context): Resolution => {
  const value = sectorValue(context.portfolio.holdings, directive.sector);
  const subject = sectorName(directive.sector, context.spelling);
  if (directive.target !== undefined)
    return towardTarget(directive, subject, value, pctRatio(directive.target), context);
  const current = weight(value, totalValue(context.portfolio));
  return { resolved: { directive, subject, action: 'HOLD', current, target: current, change: NO_CHANGE }, issues: [] };
};

const resolveCash = (directive: CashDirective, { portfolio }: Resolving): Resolution => {
  const total = totalValue(portfolio);
  const target = pctRatio(directive.target);
  const resolved: ResolvedDirective = {
    directive,
    subject: 'Cash',
    action: 'HOLD',
    current: weight(portfolio.cash, total),
    target,
    change: changeTo(target, portfolio.cash, total),
  };
  return { resolved, issues: [] };
};

/** The shares that a ticker directive moves, by count or by part of the position; zero where it aims at a weight. */
export const sharesAimed = (directive: TickerDirective, held: Shares): Shares => {
  const { aim } = directive;
  if (aim.kind === 'shares') return aim.shares;
  if (aim.kind === 'part') return roundDivide(held * aim.part, HUNDRED_PCT) as Shares;
  return 0n as Shares;
};

const resolveTicker = (directive: TickerDirective, context: Context): Resolution => {
  const { portfolio, prices } = context;
  const holding = portfolio.holdings.find(({ ticker }) => ticker === directive.ticker);
  const price = holding?.price ?? prices.get(directive.ticker);
  const value = holding === undefined ? NO_CHANGE : holdingValue(holding);
  const subject: string = directive.ticker;
  const current = weight(value, totalValue(portfolio));
  const holds: ResolvedDirective = { directive, subject, action: 'HOLD', current, target: current, change: NO_CHANGE };
  if (directive.aim.kind === 'hold') return { resolved: holds, issues: [] };
  if (price === undefined) return { resolved: holds, issues: [priceUnknown(directive)] };
  if (directive.aim.kind === 'weight') {
    return towardTarget(directive, subject, value, pctRatio(directive.aim.target), context);
  }
  const buying = directive.direction === 'increase';
  const held = holding?.shares ?? (0n as Shares);
  const aimed = sharesAimed(directive, held);
  const moved = !buying && aimed > held ? held : aimed;
  const change = (buying ? worth(price, moved) : -worth(price, moved)) as Cents;
  const target = addRatios(current, weightChange(change, totalValue(portfolio)));
  const action = moved === 0n ? 'HOLD' : buying ? 'BUY' : 'SELL';
  const issues = [
    ...(!buying && aimed > held ? [moreThanHeld(directive, aimed, held)] : []),
    ...(directive.aim.kind === 'part' && held === 0n ? [partOfNothing(directive)] : []),
  ];
  return { resolved: { ...holds, action, target, change }, issues };
};

const weightChange = (change: Cents, total: Cents): Ratio => (total > 0n ? { num: change, den: total } : ZERO);

const priceUnknown = (directive: TickerDirective): Issue => ({
  code: 'price-unknown',
  level: 'approve',
  place: directive.place,
  subject: directive.ticker,
  detail: { ticker: directive.ticker, text: directive.text },
});

const partOfNothing = ({ ticker, text, place }: TickerDirective): Issue => ({
  code: 'part-of-nothing',
  level: 'approve',
  place,
  subject: ticker,
  detail: { ticker, text },
});

const moreThanHeld = (directive: TickerDirective, aimed: Shares, held: Shares): Issue => ({
  code: 'sell-more-than-held',
  level: 'approve',
  place: directive.place,
  subject: directive.ticker,
  detail: { ticker: directive.ticker, asked: sharesText(aimed), held: sharesText(held) },
});

const resolve = (directive: Directive, context: Context): Resolution => {
  switch (directive.kind) {
    case 'sector':
      return resolveSector(directive, context);
    case 'ticker':
      return resolveTicker(directive, context);
    case 'cash':
      return resolveCash(directive, context);
  }
};

/**
 * The part of the account that percentages are parts of. The money that is invested after the plan is what the stated
 * cash target leaves; without one, cash stays as it is.
 */
export const baseOf = (directives: readonly Directive[], { portfolio, basis }: Resolving): Ratio => {
  if (basis !== 'invested') return WHOLE;
  const cash = directives.flatMap((one): Pct[] => (one.kind === 'cash' ? [one.target] : []))[0];
  const kept = cash === undefined ? weight(portfolio.cash, totalValue(portfolio)) : pctRatio(cash);
  return subtractRatios(WHOLE, kept);
};

/** Step 0: what each directive means for this account in dollars, in order of their names. */
export const resolveDirectives = (
  directives: readonly Directive[],
  resolving: Resolving,
): { readonly resolved: readonly ResolvedDirective[]; readonly issues: readonly Issue[] } => {
  const sorted = [...directives].sort((a, b) => (a.id < b.id ? -1 : 1));
  const context: Context = { ...resolving, base: baseOf(directives, resolving) };
  const resolutions = sorted.map((directive) => resolve(directive, context));
  return {
    resolved: resolutions.map(({ resolved }) => resolved),
    issues: resolutions.flatMap(({ issues }) => issues),
  };
};
