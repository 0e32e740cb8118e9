import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A way to write a portfolio, and what a fill in one of its tickers may touch. */
export interface Shape {
  readonly name: string;
  readonly text: string;
  /** The lines that may change beside the rows of the traded ticker: cash, totals, weights. */
  readonly sums: RegExp;
  /** The columns of the holdings table (from 0) that a fill never changes in the traded row: words and the price. */
  readonly still: readonly number[];
  /** The columns that depend on what was paid; they do not come back when a fill is undone at another price. */
  readonly paid?: readonly number[];
  /** Every row states its weight, so every row may change. */
  readonly weights?: boolean;
  /** One ticker has several rows. */
  readonly lots?: boolean;
  /** The price is worked out from value and shares, so it moves a little with the rounding of the value. */
  readonly unpriced?: boolean;
  /** A sum is written in whole dollars; once it has cents it keeps them. */
  readonly coarse?: boolean;
  /** Sectors that have no place of their own in the document. */
  readonly sectors?: readonly string[];
}

const example = (name: string): string => readFileSync(path.join(import.meta.dirname, '../../examples', name), 'utf8');

const DATE = '**Generated:** 2026-01-08, 10:00 AM MST\n';
const PLAN =
  '\n## ACTION PLAN\n\n- Reduce Materials from 35.1% to 25%\n- Sell 3 shares of XOM\n- Target Cash position: $6,290.15\n';

const RAGGED = `# 📊 Portfolio Summary

${DATE}
| Symbol | Quantity | Avg Cost | Current Price | Value | Gain/Loss | Gain % | Sector |
|:---|---:|---:|---:|---:|---:|---:|:---|
| **NEM** | 320 | $52.40 | $104.35 | **$33,392.00** | +$16,624.00 | 🟢 +99.14% | Materials |
| **MSFT** | 20 | $402.15 | $478.11 | **$9,562.20** | +$1,519.20 | 🟢 +18.89% | Technology |
| **JPM** | 83 | $198.60 | $329.79 | **$27,372.57** | +$10,888.77 | 🟢 +66.06% | Financials |
| **XOM** | 150 | $108.90 | $122.91 | **$18,436.50** | +$2,101.50 | 🟢 +12.87% | Energy |
| 💵 **CASH** | — | **$6,290.15** | — |
| **TOTAL** | | | **$95,053.42** | **+$31,133.47** | **+54.02%** |
${PLAN}`;

const PADDED = `# Portfolio

As of: January 8, 2026

| Ticker | Sector     | Shares |   Price |      Value | Weight |
| :----- | :--------- | -----: | ------: | ---------: | -----: |
| NEM    | Materials  |    320 | $104.35 | $33,392.00 |  35.1% |
| MSFT   | Technology |     20 | $478.11 |  $9,562.20 |  10.1% |
| JPM    | Financials |     83 | $329.79 | $27,372.57 |  28.8% |
| XOM    | Energy     |    150 | $122.91 | $18,436.50 |  19.4% |
| CASH   |            |        |         |  $6,290.15 |   6.6% |
| TOTAL  |            |        |         | $95,053.42 | 100.0% |

| Metric  | Amount     | Part   |
| ------- | ---------- | ------ |
| Cash    | $6,290.15  | 6.62%  |
${PLAN}`;

const SECTIONS = `# Portfolio

${DATE}
| Ticker | Shares | Price | Value |
|---|--:|--:|--:|
| **Materials** |
| NEM | 320 | 104.35 | 33392.00 |
| **Technology** |
| MSFT | 20 | 478.11 | 9562.20 |
| **Financials** |
| JPM | 83 | 329.79 | 27372.57 |
| **Energy** |
| XOM | 150 | 122.91 | 18436.50 |

Total portfolio value: $95053.42 | Cash: $6290.15 | Invested: $88763.27 (93.4% of total)
${PLAN}`;

const PROSE = `# Portfolio

As of January 8, 2026. Nothing of this is advice; 320 shares of NEM were bought in 2019 for $52.40.

- **Cash Balance:** $6,290.15 (6.6% of AUM), settled
- **Total AUM:**
  $95,053.42

## Holdings

| Ticker | Company | Sector | Shares | Last |
|---|---|---|---|---|
| [NEM](https://example.com/320) | Newmont \\| Gold | Basic Materials | 320 | \\$104.35 |
| MSFT | Micro\\|soft \`a\\|b\` | Technology | 20 shares | $478.11 |
| JPM | <b>J&amp;P</b> 83 | Financials | 83 | US$329.79 |
| XOM | Exxon <!-- 150 --> | Energy | ~~200~~ 150 | $122.91 |
${PLAN}`;

const LOTS = `# Portfolio

${DATE}
| Ticker | Shares | Cost basis | Price | Value | Unrealized P&L | Sector |
|---|---|---|---|---|---|---|
| NEM | 120 | $6,000.00 | $104.35 | $12,522.00 | $6,522.00 | Materials |
| MSFT | 20 | $8,043.00 | $478.11 | $9,562.20 | $1,519.20 | Technology |
| NEM | 200 | $10,768.00 | $104.35 | $20,870.00 | $10,102.00 | Materials |
| JPM | 83 | $16,483.80 | $329.79 | $27,372.57 | $10,888.77 | Financials |
| XOM | 150 | $19,000.00 | $122.91 | $18,436.50 | ($563.50) | Energy |
| CASH | | | | $6,290.15 | | |
| Total invested | | $60,294.80 | | $88,763.27 | $28,468.47 | |
| Grand total | | | | $95,053.42 | | |
`;

const FRACTIONS = `# Portfolio

${DATE}
| Ticker | Shares | Price | Value | Cost basis | Sector |
|---|--:|--:|--:|--:|---|
| NEM | 320.125 | 104.3525 | 33405.84 | 16,768.25 | Materials |
| MSFT | 20.000001 | 478.11 | 9562.20 | 8,043.00 | Technology |
| JPM | 83.5 | 329.79 | 27537.47 | 16,483.80 | Financials |
| XOM | 150 | 122.91 | 18436.50 | 16,335.00 | Energy |
| CASH & equivalents | 6290.15 | 1.00 | 6290.15 | 6,290.15 | |
| TOTAL | | | 95232.16 | | |
`;

const SPLIT = `# Portfolio

${DATE}
## Materials

| Ticker | Shares | Price | Value |
|---|---|---|---|
| NEM | 320 | $104.35 | $33,392 |
| Subtotal | | | $33,392 |

## Technology

| Ticker | Shares | Price | Value |
|---|---|---|---|
| MSFT | 20 | $478.11 | $9,562 |
| XOM | 150 | $122.91 | $18,437 |

## Account

Cash: $6,290.15
`;

const QUOTED = `# Portfolio

${DATE}
> Ticker | Qty | Last ($) | Mkt Value | GICS Sector
> ---|---|---|---|---
> NEM | 320 | 104.35 | 33392 | Materials
> MSFT | 20 | 478.11 | 9562.2 | Technology
> JPM | 83 | 329.79 | 27372.57 | Financials
> CASH | | | 6290.15 |

1. Cash: 6290.15 USD
`;

const RESTATED = `# Portfolio

${DATE}
## Top holdings

| Ticker | Shares | Price | % of invested | Sector |
|---|---|---|---|---|
| NEM | 320 | $104.35 | 37.6 | Materials |
| JPM | 83 | $329.79 | 30.8 | Financials |

## All holdings

| Ticker | Shares | Price | % of Invested | Sector |
|---|---|---|---|---|
| NEM | 320 | $104.35 | 37.6 | Materials |
| MSFT | 20 | $478.11 | 10.8 | Technology |
| JPM | 83 | $329.79 | 30.8 | Financials |
| XOM | 150 | $122.91 | 20.8 | Energy |

**Cash:** $6,290.15 (6.6%)

| Sector | % of invested | Value |
|---|---|---|
| Materials | 37.6% | $33,392.00 |
| Financials | 30.8% | $27,372.57 |
| Energy | 20.8% | $18,436.50 |
| Technology | 10.8% | $9,562.20 |
| Cash | 6.6% | $6,290.15 |
| Total | 100.0% | $88,763.27 |
`;

const UNPRICED = `# Portfolio

${DATE}
| Ticker | Shares | Value | Sector |
|---|---|---|---|
| NEM | 320 | $33,392.00 | Materials |
| MSFT | 20 | $9,562.20 | Technology |
| JPM | 83 | $27,372.57 | Financials |
| CASH | | $6,290.15 | |`;

/** Every shape of the examples, and what else readers of portfolios meet. */
export const SHAPES: readonly Shape[] = [
  {
    name: 'examples/Portfolio.md',
    text: example('Portfolio.md'),
    sums: /^\| \*\*(?:CASH|TOTAL)|^- \*\*(?:Invested|Cash|Total value)|^\| [A-Z][A-Za-z ]+ \| \$[\d,.]+ \| [\d.]+% \|$/,
    still: [0, 1, 4, 8],
    paid: [3, 6, 7],
  },
  {
    name: 'examples/Portfolio-bullets.md',
    text: example('Portfolio-bullets.md'),
    sums: /^\*\*Cash balance/,
    still: [0, 2, 5],
    paid: [4],
  },
  {
    name: 'examples/stocks/Portfolio.md',
    text: example('stocks/Portfolio.md'),
    sums: /^\| \*\*(?:CASH|TOTAL)|^- \*\*(?:Cash|Total value)/,
    still: [0, 1, 4, 8],
    paid: [3, 6, 7],
  },
  { name: 'ragged rows, bold, emoji', text: RAGGED, sums: /CASH|TOTAL/, still: [0, 3, 7], paid: [2, 5, 6] },
  {
    name: 'CRLF and a byte order mark',
    text: `\ufeff${RAGGED.replaceAll('\n', '\r\n')}`,
    sums: /CASH|TOTAL/,
    still: [0, 3, 7],
    paid: [2, 5, 6],
  },
  { name: 'padded, with weights', text: PADDED, sums: /CASH|TOTAL|Cash /, still: [0, 1, 3], weights: true },
  {
    name: 'section rows, no thousands separators, several sums in one line',
    text: SECTIONS,
    sums: /^Total portfolio value/,
    still: [0, 2],
    sectors: ['Technology', 'Energy'],
  },
  { name: 'cash in prose, escapes and HTML', text: PROSE, sums: /Cash Balance|^ {2}\$/, still: [0, 2, 4] },
  { name: 'lots', text: LOTS, sums: /CASH|otal/, still: [0, 3, 6], paid: [2, 5], lots: true },
  { name: 'fractions', text: FRACTIONS, sums: /CASH|TOTAL/, still: [0, 2, 5], paid: [4] },
  {
    name: 'a table for each sector',
    text: SPLIT,
    sums: /Subtotal|^Cash/,
    still: [0, 2],
    sectors: ['Technology'],
    coarse: true,
  },
  { name: 'in a quotation, without bars', text: QUOTED, sums: /CASH|Cash/, still: [0, 2, 4] },
  {
    name: 'said twice, weights of what is invested',
    text: RESTATED,
    sums: /Cash|Total|^\| (?:Materials|Financials|Energy|Technology|Consumer Discretionary) /,
    still: [0, 2, 4],
    weights: true,
  },
  { name: 'no price column, no final newline', text: UNPRICED, sums: /CASH/, still: [0, 3], unpriced: true },
];
