// Documents in which everything is right and most of it is said twice, so that one wrong figure contradicts another.
import { chancesFrom, type Chances } from './chances.ts';

const STOCKS: Readonly<Record<string, readonly string[]>> = {
  Technology: ['MSFT', 'AAPL', 'NVDA', 'ORCL'],
  Materials: ['NEM', 'FCX', 'LIN'],
  Healthcare: ['JNJ', 'LLY', 'UNH'],
  Financials: ['JPM', 'V', 'BRK.B'],
  Energy: ['XOM', 'CVX'],
  Industrials: ['CAT', 'GE', 'HON'],
  Utilities: ['NEE', 'DUK'],
  'Consumer Staples': ['COST', 'PG'],
};

interface Position {
  readonly ticker: string;
  readonly sector: string;
  readonly shares: number;
  /** Cents. */
  readonly price: number;
  readonly cost: number;
}

const worthOf = ({ shares, price }: Position): number => shares * price;
const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

/** Cents as dollars. */
const dollars = (cents: number): string => {
  const [whole = '', fraction = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${cents < 0 ? '-' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
};
const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`;

const positionsOf = (chances: Chances): readonly Position[] =>
  chances
    .shuffled(Object.entries(STOCKS))
    .slice(0, 5 + chances.below(3))
    .flatMap(([sector, tickers]) =>
      tickers.slice(0, 1 + chances.below(tickers.length)).map((ticker) => {
        const price = 2_000 + chances.below(60_000);
        // Between some $8,000 and $20,000 each, so that no single position is a crumb.
        const shares = Math.max(1, Math.round((800_000 + chances.below(1_200_000)) / price));
        return { ticker, sector, price, shares, cost: Math.round(price * (0.5 + chances.below(100) / 100)) };
      }),
    );

const holdingsTable = (positions: readonly Position[], cash: number, total: number): readonly string[] => [
  '| Ticker | Sector | Shares | Avg cost | Price | Value | Gain % | Weight |',
  '|:---|:---|---:|---:|---:|---:|---:|---:|',
  ...positions.map((one) => {
    const cells = [one.ticker, one.sector, one.shares, dollars(one.cost), dollars(one.price), dollars(worthOf(one))];
    return `| ${[...cells, percent(one.price - one.cost, one.cost), percent(worthOf(one), total)].join(' | ')} |`;
  }),
  `| **CASH** | — | — | — | — | ${dollars(cash)} | — | ${percent(cash, total)} |`,
  `| **TOTAL** | | | | | ${dollars(total)} | | |`,
];

const sectorsOf = (positions: readonly Position[]): readonly (readonly [string, number])[] =>
  [...new Set(positions.map(({ sector }) => sector))].map((sector) => [
    sector,
    sum(positions.filter((one) => one.sector === sector).map(worthOf)),
  ]);

/** Moves some points from the largest sectors to the next ones; what is over goes to cash. */
const changesOf = (chances: Chances, sectors: readonly (readonly [string, number])[], total: number) => {
  const sorted = [...sectors].sort(([, a], [, b]) => b - a);
  const points = 400 + chances.below(300);
  const change = (index: number, way: number) => {
    const [sector = '', value = 0] = sorted[index] ?? [];
    const from = Math.round((value / total) * 10_000);
    return { sector, value, from, to: from + way };
  };
  return [change(0, -points), change(1, 200), change(2, 150)];
};

const action = (from: number, to: number): string => (to < from ? 'TRIM' : 'ADD');
const hundredths = (value: number): string => `${(value / 100).toFixed(2)}%`;

const planOf = (
  changes: ReturnType<typeof changesOf>,
  cash: number,
  total: number,
  asTable: boolean,
): readonly string[] => {
  const moved = changes.map(({ value, to }) => Math.round((total * to) / 10_000) - value);
  const after = cash - sum(moved);
  const target = Math.round((after / total) * 10_000);
  const lines = asTable
    ? [
        '| Sector | Current % | Target % | Action | Dollar Amount |',
        '|:---|---:|---:|:---:|---:|',
        ...changes.map(
          ({ sector, from, to }, index) =>
            `| ${sector} | ${hundredths(from)} | ${hundredths(to)} | **${action(from, to)}** | ${dollars(moved[index] ?? 0)} |`,
        ),
        '',
      ]
    : changes.map(
        ({ sector, from, to }) =>
          `- ${to < from ? 'Reduce' : 'Increase'} ${sector} from ${hundredths(from)} to ${hundredths(to)}`,
      );
  return [
    ...lines,
    `- Target Cash position: ${hundredths(target)}`,
    '',
    `Starting cash ${dollars(cash)} → ending cash ${dollars(after)}`,
  ];
};

/** One document, the same for the same seed: an odd seed has its plan as bullets, an even one as a table. */
export const cleanDocument = (seed: number): string => {
  const chances = chancesFrom(seed);
  const positions = positionsOf(chances);
  const invested = sum(positions.map(worthOf));
  const cash = Math.round((invested * (18 + chances.below(12))) / 100);
  const total = invested + cash;
  const sectors = sectorsOf(positions);
  return [
    '# Portfolio',
    '',
    '**As of:** 2026-01-08',
    '',
    '## Holdings',
    '',
    ...holdingsTable(positions, cash, total),
    '',
    `- **Invested:** ${dollars(invested)}`,
    `- **Cash:** ${dollars(cash)} (${percent(cash, total)} of total)`,
    `- **Total value:** ${dollars(total)}`,
    '',
    '## Sectors',
    '',
    '| Sector | Value | % of total |',
    '|:---|---:|---:|',
    ...sectors.map(([sector, value]) => `| ${sector} | ${dollars(value)} | ${percent(value, total)} |`),
    '',
    '## ACTION PLAN',
    '',
    ...planOf(changesOf(chances, sectors, total), cash, total, seed % 2 === 0),
    '',
  ].join('\n');
};
