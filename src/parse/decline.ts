import type { Detail } from '../model/issue.ts';
import type { Declined } from './outcome.ts';

const CLASS_OF: Readonly<Record<string, Declined['class']>> = {
  condition: 'conditional',
  optional: 'conditional',
  'by-percent-ambiguous': 'ambiguous',
  'range-ambiguous': 'ambiguous',
  'bare-percent': 'ambiguous',
  inequality: 'ambiguous',
  'extra-number': 'ambiguous',
  'numbers-unclear': 'ambiguous',
  'numbers-disagree': 'ambiguous',
  alternative: 'ambiguous',
  'other-base': 'ambiguous',
  'names-stocks': 'ambiguous',
  'ticked-box': 'ambiguous',
  'verb-contradicts': 'conflict',
  'target-out-of-range': 'conflict',
  prose: 'not_a_directive',
  commentary: 'not_a_directive',
  'table-header': 'not_a_directive',
  'total-row': 'not_a_directive',
  'section-row': 'not_a_directive',
  'no-action': 'not_a_directive',
  'code-block': 'not_a_directive',
  'struck-out': 'not_a_directive',
  'in-the-past': 'not_a_directive',
};

/** Declines a line for a reason; the reason alone decides its class and how grave it is. Unlisted ones are unsupported. */
export const decline = (reason: string, text: string, detail: Detail = {}, subject?: string): Declined => {
  const lineClass = CLASS_OF[reason] ?? 'unsupported';
  const level = lineClass === 'conflict' ? 'block' : 'approve';
  return {
    kind: 'declined',
    class: lineClass,
    reason,
    ...(lineClass === 'not_a_directive' ? {} : { level }),
    detail: { text, ...detail },
    ...(subject === undefined ? {} : { subject }),
  };
};
