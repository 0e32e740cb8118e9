// A plan that is carried out has done what was asked: planning the result again finds nothing to do.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, some } from './chance.ts';
import { told, tradesOf } from './property.ts';
import { runOf, withTrades, type Run } from './plan-run.ts';
import { repeatable } from './repeatable-world.ts';
import type { World, WorldHolding } from './world.ts';

/** The account as it stands when every order is filled at its price. */
const carriedOut = ({ world, result }: Run): World => {
  const { positions, cash } = result.rehearsal.after;
  const costs = new Map<string, number | undefined>(world.holdings.map(({ ticker, cost }) => [ticker, cost]));
  return {
    ...world,
    cash: Number(cash),
    holdings: [...positions.values()].map(({ ticker, sector, shares, price }): WorldHolding => {
      const cost = costs.get(ticker);
      return {
        ticker,
        sector,
        shares: Number(shares),
        price: Number(price),
        ...(cost === undefined ? {} : { cost }),
      };
    }),
  };
};

test('rebalancing the result again yields no trades', () => {
  fc.assert(
    fc.property(repeatable, (world) => {
      const run = runOf(world);
      expect(tradesOf(runOf(carriedOut(run))).map(told)).toEqual([]);
    }),
    runs(700),
  );
});

test('the property can fail: where an order was forgotten there is something to do', () => {
  const planned = some(repeatable, 100)
    .map(runOf)
    .filter((run) => tradesOf(run).length > 3);
  const forgotten = planned.map((run) => carriedOut(withTrades(run, tradesOf(run).slice(1))));
  expect(forgotten.filter((world) => tradesOf(runOf(world)).length > 0).length).toBeGreaterThan(planned.length / 2);
});
