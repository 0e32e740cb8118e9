import type { ResolvedDirective } from '../../src/model/directive.ts';
import type { Trade } from '../../src/model/trade.ts';
import type { Run } from './plan-run.ts';
import { aimsOf, buysOf, isPlanned, sum, told, tradesOf, unless, type Property } from './property.ts';

type Quote = Pick<Trade, 'ticker' | 'sector'> & { readonly price?: bigint };

const MILLION = 1_000_000n;

/** Cents by which rounding of sub-cent prices and of targets may add up, and fees that were set aside. */
const slackOf = (run: Run): bigint => BigInt(tradesOf(run).length + 2) + run.config.trading.fee_per_order_usd * 60n;

const planned = (run: Run): readonly ResolvedDirective[] => (isPlanned(run) ? aimsOf(run.result) : []);

/** What one lot costs, in cents and rounded up. */
const lotValue = ({ price }: Quote, run: Run): bigint => ((price ?? 0n) * BigInt(run.config.trading.lot) + 99n) / 100n;

/** Cash was short, and it says so. */
const isScaled = ({ result: { issues, plan } }: Run): boolean =>
  issues.some(({ code }) => code === 'buys-scaled') ||
  plan.unfilled.some(({ reason }) => reason === 'cash-floor' || reason === 'no-sell-cash');

const isUnfilled = ({ result }: Run, { directive }: ResolvedDirective): boolean =>
  result.plan.unfilled.some((line) => line.directive === directive.id);

/** A ticker as the account knows it, else as it was picked. */
const quoteOf = ({ sources }: Run, ticker: string): Quote | undefined =>
  sources.portfolio.holdings.find((one) => one.ticker === ticker) ??
  sources.market?.picks.find((one) => one.ticker === ticker) ??
  sources.stocks.find((one) => one.ticker === ticker);

const isSuppressed = (run: Run, sector: string, side: string): boolean =>
  run.result.plan.suppressed.some((line) => line.side === side && quoteOf(run, line.ticker)?.sector === sector);

/** Cents between the target and where the subject ended: positive below the target. */
const gapOf = (run: Run, { target }: ResolvedDirective, value: bigint): bigint =>
  (target.num * run.result.rehearsal.after.total) / target.den - value;

const largest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b), 0n);

/** A ticker of the sector with a directive of its own may get up to one lot less than it was counted with. */
const asideSlack = (run: Run, sector: string): bigint =>
  sum(
    aimsOf(run.result)
      .filter(({ directive, action }) => directive.kind === 'ticker' && action === 'BUY')
      .flatMap(({ subject }) => quoteOf(run, subject) ?? [])
      .filter((quote) => quote.sector === sector)
      .map((quote) => lotValue(quote, run) + run.config.trading.min_trade_usd),
  );

/** A sector that falls ends at its target, at most one lot below it. */
export const fallingSectorsReachTheirTarget: Property = (run) =>
  planned(run).flatMap((resolved) => {
    const { directive, action, subject } = resolved;
    if (directive.kind !== 'sector' || action !== 'SELL') return [];
    const { sector } = directive;
    const sold = tradesOf(run).filter((trade) => trade.directive === directive.id);
    const gap = gapOf(run, resolved, run.result.rehearsal.after.sectors.get(sector) ?? 0n);
    const said = isUnfilled(run, resolved) || isSuppressed(run, sector, 'SELL');
    const least = run.config.trading.min_trade_usd;
    const most = largest(sold.map((trade) => lotValue(trade, run))) + slackOf(run) + asideSlack(run, sector);
    return [
      ...unless(gap >= 0n || said || -gap < least, `${subject} ends ${-gap} cents above its target`),
      ...unless(sold.length === 0 || isScaled(run) || gap < most, `${subject} ends ${gap} cents below its target`),
    ];
  });

/** One more lot would not lift the position above the limit; a stock file has a limit of its own, and so has a lock. */
const hasRoom = (run: Run, trade: Trade): boolean => {
  const limited = [...run.sources.stocks, ...run.config.locks.tickers];
  if (limited.some(({ ticker }) => ticker === trade.ticker)) return false;
  const { positions, total } = run.result.rehearsal.after;
  const value = (positions.get(trade.ticker)?.value ?? 0n) + lotValue(trade, run) + slackOf(run);
  return value * 100n * MILLION <= run.config.position_limit.max_pct * total;
};

/** A sector that rises ends less than one lot below its target: of anything it buys and has room for; else one lot of each. */
export const risingSectorsReachTheirTarget: Property = (run) =>
  planned(run).flatMap((resolved) => {
    const { directive, action, subject } = resolved;
    if (directive.kind !== 'sector' || action !== 'BUY' || isScaled(run)) return [];
    const bought = tradesOf(run).filter((trade) => trade.directive === directive.id);
    const gap = gapOf(run, resolved, run.result.rehearsal.after.sectors.get(directive.sector) ?? 0n);
    const said = isUnfilled(run, resolved) || isSuppressed(run, directive.sector, 'BUY');
    const open = bought.filter((trade) => hasRoom(run, trade));
    const lots = sum(bought.map((trade) => lotValue(trade, run)));
    const small = run.config.trading.min_trade_usd + lots;
    const slack = slackOf(run) + asideSlack(run, directive.sector);
    return [
      ...open.flatMap((trade) =>
        unless(gap < lotValue(trade, run) + slack, `${subject} lacks ${gap} cents, one ${trade.ticker} more`),
      ),
      ...unless(open.length > 0 || said || gap < small + slack, `${subject} lacks ${gap} cents, nothing said`),
    ];
  });

/** An order of a number of shares is exactly that number, where nothing stands in the way and says so. */
export const countedOrdersAreExact: Property = (run) =>
  planned(run).flatMap((resolved) => {
    const { directive, action } = resolved;
    if (directive.kind !== 'ticker' || directive.aim.kind !== 'shares' || action === 'HOLD') return [];
    const held = run.sources.portfolio.holdings.find(({ ticker }) => ticker === directive.ticker)?.shares ?? 0n;
    const asked = action === 'SELL' && directive.aim.shares > held ? held : directive.aim.shares;
    const traded = tradesOf(run).find((trade) => trade.directive === directive.id)?.shares ?? 0n;
    const { plan } = run.result;
    const said =
      isUnfilled(run, resolved) ||
      [...plan.suppressed, ...plan.rejectedPicks].some(({ ticker }) => ticker === directive.ticker) ||
      (action === 'BUY' && isScaled(run));
    return unless(traded === asked || said, `${directive.id} asks for ${asked}, gets ${traded}`);
  });

/** What is listed as undone is undone: it is worth something. */
export const whatIsUndoneIsWorthSomething: Property = (run) =>
  [...run.result.plan.unfilled, ...run.result.plan.suppressed].flatMap((line) =>
    unless(line.value > 0n, JSON.stringify({ ...line, value: Number(line.value) })),
  );

/** A ticker is bought, or it says why not; never both. (It may be refused as a pick for a sector that is not its own.) */
export const nothingBoughtIsRejected: Property = (run) => {
  const { rejectedPicks, suppressed } = run.result.plan;
  const elsewhere = rejectedPicks.filter(({ reason }) => reason !== 'sector-differs');
  const refused = [...elsewhere, ...suppressed.filter(({ side }) => side === 'BUY')];
  return buysOf(run).flatMap((trade) => {
    const why = refused.filter(({ ticker }) => ticker === trade.ticker).map(({ reason }) => reason);
    return unless(why.length === 0, `${told(trade)} and ${why.join(' ')}`);
  });
};
