import { SECTORS } from './random-account.ts';
import { DAY, roughValue, type World, type WorldDirective, type WorldHolding, type WorldRestriction } from './world.ts';

const decimal = (parts: number, places: number): string => {
  const text = String(parts).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
};

const short = (text: string): string => text.replace(/\.?0+$/, '');
const dollars = (cents: number): string => `$${decimal(cents, 2)}`;
const percent = (millionths: number): string => `${short(decimal(millionths, 6))}%`;

/** What the position gained on its cost: it tells the reader that the cost is that of all shares. */
const gained = (holding: WorldHolding): string =>
  holding.cost === undefined ? '—' : `${((roughValue(holding) / holding.cost - 1) * 100).toFixed(2)}%`;

const row = (holding: WorldHolding): string => {
  const { ticker, sector, shares, price, cost } = holding;
  const paid = cost === undefined ? '—' : dollars(cost);
  return `| ${ticker} | ${sector} | ${short(decimal(shares, 6))} | $${decimal(price, 4)} | ${paid} | ${gained(holding)} |`;
};

const SECTOR_WORDS = { reduce: 'Reduce', increase: 'Increase', set: 'Set', exit: 'Exit', hold: 'Hold' } as const;

const line = (directive: WorldDirective): string => {
  if (directive.kind === 'cash') return `Target Cash position: ${percent(directive.target)}`;
  if (directive.kind === 'keep') return `Hold ${directive.ticker}`;
  if (directive.kind === 'sector') {
    const { verb, sector, target } = directive;
    const plain = verb === 'exit' || verb === 'hold' || target === undefined;
    return `${SECTOR_WORDS[verb]} ${sector}${plain ? '' : ` to ${percent(target)}`}`;
  }
  const { kind, verb, ticker, size } = directive;
  if (kind === 'shares')
    return `${verb === 'increase' ? 'Buy' : 'Sell'} ${short(decimal(size, 6))} shares of ${ticker}`;
  if (kind === 'part') return `${verb === 'increase' ? 'Increase' : 'Trim'} ${ticker} by ${percent(size)}`;
  return verb === 'exit' ? `Exit ${ticker}` : `${SECTOR_WORDS[verb]} ${ticker} to ${percent(size)}`;
};

const SCOPE_WORDS = { buy: 'no buying', sell: 'no selling', both: 'restricted' } as const;

const restriction = ({ ticker, scope, until }: WorldRestriction): string =>
  `${ticker}: ${SCOPE_WORDS[scope]}${until === undefined ? '' : ` until ${until}`}`;

/** The account and its plan as an analyst would write them. */
export const portfolioDocument = (world: World): string =>
  [
    '# Portfolio',
    '',
    `As of: ${DAY}`,
    '',
    '## Holdings',
    '',
    '| Ticker | Sector | Shares | Price | Cost basis | Gain % |',
    '|---|---|---|---|---|---|',
    ...world.holdings.map(row),
    '',
    `**Cash balance:** ${dollars(world.cash)}`,
    '',
    '## Restrictions',
    '',
    ...(world.restrictions.length === 0 ? ['None.'] : world.restrictions.map((one) => `- ${restriction(one)}`)),
    '',
    '## ACTION PLAN',
    '',
    ...world.directives.map((one) => `- ${line(one)}`),
    '',
  ].join('\n');

/** The stock files, by name. */
export const stockDocuments = ({ stocks }: World): readonly { readonly file: string; readonly text: string }[] =>
  stocks.map(({ ticker, sector, price, conviction, proposed, basis }) => ({
    file: `${ticker}.json`,
    text: JSON.stringify({
      ticker,
      sector,
      conviction_score: conviction,
      thesis: 'because',
      proposed_allocation_pct: proposed,
      allocation_basis: basis,
      as_of: DAY,
      ...(price === undefined ? {} : { price: price / 10_000 }),
    }),
  }));

/** The picks as a market file. */
export const marketDocument = ({ picks }: World): string =>
  JSON.stringify({
    as_of: DAY,
    sector_rankings: SECTORS.map((sector, index) => ({ sector, rank: index + 1 })),
    picks: picks.map(({ ticker, sector, price, conviction, weight, dailyVolume }) => ({
      ticker,
      sector,
      ...(price === undefined ? {} : { price: price / 10_000 }),
      ...(conviction === undefined ? {} : { conviction }),
      ...(weight === undefined ? {} : { weight }),
      ...(dailyVolume === undefined ? {} : { avg_daily_volume_usd: dailyVolume / 100 }),
    })),
  });
