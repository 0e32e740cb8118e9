import { worlds } from './random-world.ts';
import type { World } from './world.ts';

/** A pick that the account holds under another sector is refused, until it is sold there; an increment is new each time. */
const agreesOnSectors = (world: World): World => ({
  ...world,
  stocks: [],
  picks: world.picks.filter(({ ticker, sector }) =>
    world.holdings.every((holding) => holding.ticker !== ticker || holding.sector === sector),
  ),
});

/**
 * No fees, and only directives about sectors that say a direction: an order of ten shares is ten shares each time, and
 * a bare target is sold down to and then bought up to.
 */
export const repeatable = worlds.map(agreesOnSectors).map((world): World => ({
  ...world,
  directives: world.directives.filter(
    (directive) => directive.kind === 'cash' || (directive.kind === 'sector' && directive.verb !== 'set'),
  ),
  settings: { ...world.settings, trading: { ...world.settings.trading, fee_per_order_usd: 0 } },
}));
