// One account and one plan, as an analyst would write them on a plain day: everything else is the same in another form.

/** What stands above the plan. */
const HEAD: readonly string[] = ['# Portfolio Summary', '', '**As of:** 2026-01-08', '', '## Holdings', ''];

/** The rows of the holdings, header first. */
export const HEADER = '| Ticker | Sector | Shares | Price | Value |';
export const RULE = '|---|---|---:|---:|---:|';
export const ROWS: readonly string[] = [
  '| NEM | Materials | 250 | $100.00 | $25,000.00 |',
  '| KGC | Materials | 500 | $20.00 | $10,000.00 |',
  '| MSFT | Technology | 20 | $400.00 | $8,000.00 |',
  '| AAPL | Technology | 20 | $250.00 | $5,000.00 |',
  '| XOM | Energy | 100 | $120.00 | $12,000.00 |',
  '| JPM | Financials | 40 | $300.00 | $12,000.00 |',
  '| JNJ | Healthcare | 50 | $200.00 | $10,000.00 |',
];
export const SUMS: readonly string[] = ['| **CASH** | — | — | — | $18,000.00 |', '| **TOTAL** | | | | $100,000.00 |'];

/** One instruction of the plan, in its parts. */
export interface Step {
  readonly verb: string;
  readonly subject: string;
  /** Percent now, where the target is a weight. */
  readonly from?: string;
  readonly to?: string;
}

export const STEPS: readonly Step[] = [
  { verb: 'Reduce', subject: 'Materials', from: '35', to: '22' },
  { verb: 'Increase', subject: 'Technology', from: '13', to: '19' },
  { verb: 'Reduce', subject: 'XOM', from: '12', to: '9' },
  { verb: 'Exit', subject: 'JNJ' },
  { verb: 'Hold', subject: 'JPM' },
];

/** An instruction as it is written in most reports. */
export const plainStep = ({ verb, subject, from, to }: Step): string =>
  to === undefined ? `${verb} ${subject}` : `${verb} ${subject} from ${from ?? ''}% to ${to}%`;

/** The document around a plan. */
export const documentOf = (
  plan: readonly string[],
  holdings: readonly string[] = [HEADER, RULE, ...ROWS, ...SUMS],
): string => [...HEAD, ...holdings, '', ...plan, ''].join('\n');

/** The plan as bullets under its heading: the form that the others are compared with. */
export const BASE = documentOf(['## ACTION PLAN', '', ...STEPS.map((step) => `- ${plainStep(step)}`)]);
