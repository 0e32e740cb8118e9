// The guard in front of zod says of every value what zod says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOwnMarket } from '../../src/parse/is-own-market.ts';
import { ownShape } from '../../src/parse/market-shapes.ts';
import { runs, some } from '../properties/chance.ts';

const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('XOM', 'Energy', '2026-01-08') },
  { weight: 6, arbitrary: fc.constantFrom(0, -1, 72.5) },
  { weight: 1, arbitrary: fc.constantFrom(null, true, [], {}, ['a']) },
);
const text = fc.oneof({ weight: 20, arbitrary: fc.constantFrom('XOM', 'Energy') }, { weight: 1, arbitrary: scalar });
const number = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(1, 72.5, 1e300) }, { weight: 1, arbitrary: scalar });
const extra = { requiredKeys: [] };
const odd = <T extends object>(record: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 20, arbitrary: record },
    { weight: 1, arbitrary: fc.tuple(record, scalar).map(([whole, more]) => ({ ...whole, surplus: more })) },
    { weight: 1, arbitrary: scalar },
  );
const ranked = odd(fc.record({ sector: text, rank: number }, { requiredKeys: ['sector'] }));
const pick = odd(
  fc.record(
    { ticker: text, sector: text, price: number, conviction: number, weight: number, avg_daily_volume_usd: number },
    { requiredKeys: ['ticker'] },
  ),
);
const market = odd(
  fc.record(
    {
      as_of: text,
      confidence: number,
      sector_rankings: fc.array(ranked, { maxLength: 2 }),
      picks: fc.array(pick, { maxLength: 2 }),
    },
    extra,
  ),
);

test('it accepts exactly what the shape accepts, and the shape changes nothing of it', () => {
  fc.assert(
    fc.property(market, (value) => {
      const shaped = ownShape().safeParse(value);
      expect(isOwnMarket(value)).toBe(shaped.success);
      if (shaped.success) expect(shaped.data).toEqual(value);
    }),
    runs(3000),
  );
});

test('both kinds are met', () => {
  const accepted = some(market, 1000).filter(isOwnMarket).length;
  expect(accepted).toBeGreaterThan(200);
  expect(accepted).toBeLessThan(900);
});
