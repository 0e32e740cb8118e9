import type { Finding } from '../model/finding.ts';
import type { Ratio } from '../model/ratio.ts';

/** By constraint, then by subject. */
type Limits = ReadonlyMap<string, ReadonlyMap<string, Ratio>>;

/** An account of a thousand positions asks for thousands of limits: they are looked up, not searched. */
const looked = new WeakMap<readonly Finding[], Limits>();

const limitsOf = (findings: readonly Finding[]): Limits => {
  const limits = new Map<string, Map<string, Ratio>>();
  for (const { constraint, subject, limit } of findings) {
    if (limit.unit !== 'pct') continue;
    const own = limits.get(constraint) ?? new Map<string, Ratio>();
    limits.set(constraint, own.set(subject, limit.value));
  }
  looked.set(findings, limits);
  return limits;
};

/** The limit that a constraint sets for a subject, so that a figure is never printed as equal to it unless it is. */
export const findingLimit = (findings: readonly Finding[], constraint: string, subject: string): Ratio | undefined =>
  (looked.get(findings) ?? limitsOf(findings)).get(constraint)?.get(subject);
