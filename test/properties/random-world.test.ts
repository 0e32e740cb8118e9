// The properties are worth as much as the accounts that they are shown: these are of every kind.
import { expect, test } from 'vitest';
import { some } from './chance.ts';
import { buysOf, isPlanned, sellsOf, tradesOf } from './property.ts';
import { runOf, type Run } from './plan-run.ts';
import { worlds } from './random-world.ts';
import { isRound } from './world.ts';

const planned = some(worlds, 1_000).map(runOf);

const hasIssue =
  (code: string) =>
  ({ result }: Run): boolean =>
    result.issues.some((issue) => issue.code.startsWith(code));

const isDirected =
  (kind: string) =>
  ({ world }: Run): boolean =>
    world.directives.some((directive) => directive.kind === kind);

const breaches =
  (constraint: string) =>
  ({ result }: Run): boolean =>
    result.findings.some((finding) => finding.constraint === constraint && finding.level === 'approve');

const isBoughtFor =
  (ticker: (run: Run) => readonly string[]) =>
  (run: Run): boolean =>
    buysOf(run).some((trade) => ticker(run).includes(trade.ticker));

test.each<[string, number, (run: Run) => boolean]>([
  ['SAFE with orders', 150, (run) => run.result.verdict === 'SAFE' && tradesOf(run).length > 0],
  ['CONDITIONAL with orders', 200, (run) => run.result.verdict === 'CONDITIONAL' && tradesOf(run).length > 0],
  ['BLOCKED', 100, ({ result }) => result.verdict === 'BLOCKED'],
  ['nothing to do', 20, (run) => isPlanned(run) && tradesOf(run).length === 0],
  ['sells and buys', 250, (run) => sellsOf(run).length > 0 && buysOf(run).length > 0],
  ['ten orders or more', 100, (run) => tradesOf(run).length >= 10],
  ['twenty holdings or more', 200, ({ world }) => world.holdings.length >= 20],
  ['whole cents and whole shares', 300, ({ world }) => isRound(world)],
  ['parts of cents or shares', 300, ({ world }) => !isRound(world)],
  ['fees', 200, ({ world }) => world.settings.trading.fee_per_order_usd > 0],
  ['lots', 100, ({ world }) => world.settings.trading.lot > 1],
  ['targets that do not close', 50, hasIssue('targets-do-not-close')],
  ['buys scaled to the cash', 8, hasIssue('buys-scaled')],
  ['buys cut off by the cash', 30, hasIssue('unfilled-cash-floor')],
  ['something unfilled', 200, hasIssue('unfilled-')],
  ['a start below the buffer', 200, ({ result }) => result.rehearsal.before.cash * 20n < result.rehearsal.before.total],
  [
    'a restriction in the way',
    20,
    ({ result }) => result.plan.rejectedPicks.some((one) => one.reason === 'restricted'),
  ],
  [
    'a pick that is too weak',
    50,
    ({ result }) => result.plan.rejectedPicks.some((one) => one.reason === 'conviction-low'),
  ],
  ['a market pick bought', 150, isBoughtFor(({ world }) => world.picks.map(({ ticker }) => ticker))],
  ['a stock file bought', 5, isBoughtFor(({ world }) => world.stocks.map(({ ticker }) => ticker))],
  ['more of what is held bought', 80, isBoughtFor(({ world }) => world.holdings.map(({ ticker }) => ticker))],
  ['a weight of a ticker', 20, isDirected('weight')],
  ['a part of a ticker', 20, isDirected('part')],
  ['a number of shares', 20, isDirected('shares')],
  ['a stated cash target', 200, isDirected('cash')],
  ['sector_cap breached', 50, breaches('sector_cap')],
  ['position_limit breached', 20, breaches('position_limit')],
  ['sector_increase breached', 20, breaches('sector_increase')],
  ['cash_minimum breached', 10, breaches('cash_minimum')],
  ['cash_throughout breached', 10, breaches('cash_throughout')],
])('accounts with %s: at least %i in a thousand', (_, least, isSo) => {
  expect(planned.filter(isSo).length).toBeGreaterThanOrEqual(least);
});
