import type * as z from 'zod';
import type { Finding } from '../model/finding.ts';
import type { Rehearsal } from '../model/rehearsal.ts';

/** What a constraint's file says: one of the six limits. */
interface Definition<Id extends string, Shape extends z.ZodType> {
  /** Its name in the config, the findings and the documentation. */
  readonly id: Id;
  /** The rule in one sentence, for the documentation. */
  readonly sentence: string;
  /** Whether a named approver may except a breach; law and arithmetic cannot be excepted. */
  readonly exceptable: boolean;
  /** The shape of its section of the config; made only when a config is read. */
  readonly config: () => Shape;
  /** Measures every subject of the rehearsal; a finding for each, also where the limit is kept. */
  readonly check: (rehearsal: Rehearsal, limits: z.output<Shape>) => readonly Finding[];
}

/** A constraint that finds its own limits in a config. */
export interface Constraint<Id extends string, Shape extends z.ZodType> extends Definition<Id, Shape> {
  readonly findings: (rehearsal: Rehearsal, config: Readonly<Record<Id, z.output<Shape>>>) => readonly Finding[];
}

/** Lets a constraint be written with its limits inferred from its own config shape. */
export const constraint = <const Id extends string, Shape extends z.ZodType>(
  definition: Definition<Id, Shape>,
): Constraint<Id, Shape> => ({
  ...definition,
  findings: (rehearsal, config) => definition.check(rehearsal, config[definition.id]),
});
