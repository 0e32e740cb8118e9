import { flowing } from '../model/intent.ts';
import type { Finding } from '../model/finding.ts';
import type { Rehearsal } from '../model/rehearsal.ts';
import type { Config } from './config.ts';
import { CONSTRAINTS } from './registry.ts';

/**
 * Measures a rehearsal against every constraint, or against those that are named. Where nothing is traded or withdrawn nothing needs approval: what was
 * breached before is then a note (ADR 0004).
 */
export const judge = (
  rehearsal: Rehearsal,
  config: Config,
  constraints: readonly (typeof CONSTRAINTS)[number][] = CONSTRAINTS,
): readonly Finding[] => {
  const findings = constraints.flatMap((constraint) => constraint.findings(rehearsal, config));
  if (rehearsal.steps.length > 0 || flowing(rehearsal.before.flow, 'withdrawal') > 0n) return findings;
  return findings.map((finding) => (finding.level === 'approve' ? { ...finding, level: 'note' } : finding));
};
