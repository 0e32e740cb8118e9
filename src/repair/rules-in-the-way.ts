import type { RuleInTheWay } from '../model/counter-proposal.ts';
import { compareText } from '../model/order.ts';
import type { Wrong } from './ways-out.ts';

/** Every choice of so many of them, in order. */
const choices = (codes: readonly string[], size: number): readonly (readonly string[])[] =>
  size === 0
    ? [[]]
    : codes.flatMap((code, at) => choices(codes.slice(at + 1), size - 1).map((rest) => [code, ...rest]));

/** The fewest codes of which every variant breaks at least one. */
const fewest = (variants: readonly ReadonlySet<string>[]): readonly string[] => {
  if (variants.length === 0) return [];
  const codes = [...new Set(variants.flatMap((codes) => [...codes]))].sort(compareText);
  for (let size = 1; size <= codes.length; size += 1) {
    const found = choices(codes, size).find((chosen) => variants.every((own) => chosen.some((code) => own.has(code))));
    if (found !== undefined) return found;
  }
  return codes;
};

/**
 * The fewest rules that cannot hold together: every variant breaks at least one of them, and for each there is a variant that
 * breaks none of the others.
 */
export const rulesInTheWay = (wrong: readonly (readonly Wrong[])[]): readonly RuleInTheWay[] => {
  const rules = fewest(wrong.map((all) => new Set(all.map(({ code }) => code))));
  return rules.map((code) => ({
    code,
    subjects: [
      ...new Set(wrong.flat().flatMap((one) => (one.code === code && one.subject !== '' ? [one.subject] : []))),
    ].sort(compareText),
  }));
};
