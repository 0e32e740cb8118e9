import type { Issue } from '../model/issue.ts';

/**
 * What the documents say against what was computed: the codes of src/validate/trust, and those of reading the holdings
 * where a figure was not simply taken as it stands. Every other issue is told among the reasons and the notes only.
 */
const RECONCILED: ReadonlySet<string> = new Set([
  'already-met',
  'currency-implied',
  'date-in-future',
  'market-too-old',
  'portfolio-old',
  'portfolio-too-old',
  'sector-misplaced',
  'sector-value-differs',
  'split-probable',
  'stock-too-old',
  'basis-of-invested',
  'cash-path-differs',
  'cash-stated-twice',
  'convictions-all-same',
  'dollars-differ',
  'from-differs',
  'from-of-invested',
  'gain-differs',
  'held-stated-as-new',
  'invested-differs',
  'limit-differs',
  'prices-differ',
  'row-value-differs',
  'total-differs',
  'weight-differs',
  'weights-of-invested',
  'cash-row-unclear',
  'cost-column-mixed-up',
  'duplicate-ticker',
  'holding-restated',
  'lot-prices-differ',
  'lot-sectors-differ',
  'number-approximate',
  'price-derived',
  'sector-differs',
  'shares-derived',
  'shares-derived-uneven',
  'total-row-unreadable',
]);

/** Whether an issue is about a document that disagrees with itself, with another or with what was computed. */
export const isReconciled = ({ code }: Issue): boolean => RECONCILED.has(code);
