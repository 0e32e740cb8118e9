// Accounts of any size, always the same for the same size: Portfolio.md and market.json as the analysts write them.

const sectors = [
  'Technology',
  'Healthcare',
  'Financial Services',
  'Materials',
  'Energy',
  'Industrials',
  'Utilities',
  'Real Estate',
  'Consumer Defensive',
  'Consumer Cyclical',
  'Communication Services',
];
const picksPerSector = 3;
const cashTargetTenths = 50;

/**
 * @typedef {{ ticker: string, name: string, sector: string, shares: bigint, cost: bigint, price: bigint }} Holding money in cents
 * @param {number} size
 */
export function account(size) {
  const holdings = Array.from({ length: size }, (_, index) => holding(index));
  const invested = sum(holdings.map(valueOf));
  const cash = invested / 9n; // about 10 % of the total
  return { portfolio: portfolioDocument(holdings, cash), market: marketDocument(size) };
}

/**
 * @param {number} index
 * @returns {Holding}
 */
function holding(index) {
  const random = generator(index + 1);
  const price = 1_000n + BigInt(random(40_000));
  return {
    ticker: tickerOf(index),
    name: `Bench Company ${index + 1}`,
    sector: sectorAt(index),
    // Worth 8,000 to 12,000 dollars each, so that no position is near its limit.
    shares: (BigInt(800_000 + random(400_000)) + price - 1n) / price,
    cost: (price * BigInt(60 + random(80))) / 100n,
    price,
  };
}

/** The first sectors hold more than the last: every third holding goes to one of the first two.
 * @param {number} index
 */
function sectorAt(index) {
  const position = index % 3 === 0 ? Math.floor(index / 3) % 2 : index % sectors.length;
  return sectors[position] ?? '';
}

/** Four letters that are no word: QAAA, QAAB, …; five where those are used up.
 * @param {number} index
 */
function tickerOf(index) {
  const powers = index < 26 ** 3 ? [676, 26, 1] : [17_576, 676, 26, 1];
  return `Q${powers.map((power) => String.fromCharCode(65 + (Math.floor(index / power) % 26))).join('')}`;
}

/**
 * @param {Holding[]} holdings
 * @param {bigint} cash
 */
function portfolioDocument(holdings, cash) {
  const total = sum(holdings.map(valueOf)) + cash;
  const cost = sum(holdings.map((one) => one.shares * one.cost));
  return `# Portfolio

**Generated:** 2026-01-08, 10:00 AM MST

## Holdings

| Symbol | Company Name | Quantity | Avg Cost | Current Price | Value | Gain/Loss | Gain % | Sector |
|---|---|---|---|---|---|---|---|---|
${holdings.map(holdingRow).join('\n')}
| **CASH** | - | - | - | - | ${dollars(cash)} | - | - |
| **TOTAL** | - | - | - | - | ${dollars(total)} | ${signed(total - cash - cost)} | ${percent(total - cash - cost, cost)} |

## ACTION PLAN

Suggested rebalancing:

${actionPlan(holdings, total).join('\n')}
- Target Cash position: ${(cashTargetTenths / 10).toString()}%
`;
}

/** @param {Holding} one */
function holdingRow(one) {
  const gain = one.shares * (one.price - one.cost);
  const cells = [
    one.ticker,
    one.name,
    one.shares,
    dollars(one.cost),
    dollars(one.price),
    dollars(valueOf(one)),
    signed(gain),
    percent(gain, one.shares * one.cost),
    one.sector,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * One line a sector, targets in tenths of a percent that close to exactly 100 % with the cash: the two largest sectors give
 * six points each, the two smallest take what is then free, the others stay.
 * @param {Holding[]} holdings
 * @param {bigint} total
 */
function actionPlan(holdings, total) {
  const present = sectors
    .map((sector) => ({ sector, tenths: tenthsOf(holdings, sector, total) }))
    .filter(({ tenths }) => tenths > 0)
    .sort((a, b) => b.tenths - a.tenths);
  const givers = present.slice(0, 2).map((one) => ({ ...one, target: one.tenths - 60 }));
  const keepers = present.slice(2, -2).map((one) => ({ ...one, target: one.tenths }));
  const takers = present.slice(-2);
  const free =
    1000 -
    cashTargetTenths -
    [...givers, ...keepers, ...takers].reduce(
      (all, one) => all + ('target' in one ? Number(one.target) : one.tenths),
      0,
    );
  const half = Math.floor(free / 2);
  const taking = takers.map((one, index) => ({ ...one, target: one.tenths + (index === 0 ? half : free - half) }));
  return [...givers, ...taking, ...keepers].map(({ sector, tenths, target }) => {
    if (target === tenths) return `- Maintain ${sector} at ${tenth(tenths)}%`;
    return `- ${target < tenths ? 'Reduce' : 'Increase'} ${sector} from ${tenth(tenths)}% to ${tenth(target)}%`;
  });
}

/**
 * @param {Holding[]} holdings
 * @param {string} sector
 * @param {bigint} total
 */
function tenthsOf(holdings, sector, total) {
  const value = sum(holdings.filter((one) => one.sector === sector).map(valueOf));
  return Number((value * 2000n + total) / (2n * total));
}

/** @param {number} size */
function marketDocument(size) {
  const picks = sectors.flatMap((sector, rank) =>
    Array.from({ length: picksPerSector }, (_, index) => {
      const { price } = holding(size + rank * picksPerSector + index);
      return {
        ticker: `P${tickerOf(rank * picksPerSector + index).slice(1)}`,
        sector,
        price: Number(price) / 100,
        conviction: 90 - 5 * index - (rank % 5),
      };
    }),
  );
  const rankings = [...sectors].reverse().map((sector, index) => ({ sector, rank: index + 1 }));
  return `${JSON.stringify({ as_of: '2026-01-08T10:00:00-05:00', confidence: 80, sector_rankings: rankings, picks }, null, 2)}\n`;
}

/** @param {Holding} one */
function valueOf(one) {
  return one.shares * one.price;
}

/** @param {bigint[]} amounts */
function sum(amounts) {
  return amounts.reduce((all, one) => all + one, 0n);
}

/** @param {bigint} cents not negative */
function dollars(cents) {
  const whole = (cents / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${whole}.${(cents % 100n).toString().padStart(2, '0')}`;
}

/** @param {bigint} cents */
function signed(cents) {
  return cents < 0n ? `-${dollars(-cents)}` : `+${dollars(cents)}`;
}

/** Half away from zero, one decimal.
 * @param {bigint} part
 * @param {bigint} whole
 */
function percent(part, whole) {
  const magnitude = part < 0n ? -part : part;
  return `${part < 0n ? '-' : '+'}${tenth(Number((magnitude * 2000n + whole) / (2n * whole)))}%`;
}

/** @param {number} tenths */
function tenth(tenths) {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** mulberry32, a generator of 32 bits: the same numbers everywhere.
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  /** @param {number} below */
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
