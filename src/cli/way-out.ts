import type { Issue } from '../model/issue.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { readSources, type Request, type Sources } from '../steps/read-sources.ts';
import { Unusable } from './shell.ts';

/** A plan, and the sources that ask for it: those of a counter-proposal are changed. */
export interface WayOut {
  readonly plan: Recommendation;
  readonly sources?: Sources;
}

const unknown = (number: number, count: number): Unusable =>
  new Unusable({
    code: 'counter-proposal-unknown',
    level: 'unusable',
    detail: { number, count, any: count > 0, several: count !== 1 },
  });

/**
 * A plan that is not SAFE with its counter-proposals, or the one of them that is taken. What looks for them is loaded only then.
 * `known` is what finding the files had to say.
 */
export const wayOut = async (
  plan: Recommendation,
  request: Request,
  known: readonly Issue[],
  take: number | undefined,
): Promise<WayOut> => {
  if (plan.verdict === 'SAFE') {
    if (take === undefined) return { plan };
    throw unknown(take, 0);
  }
  const { sources, issues } = readSources(request, true);
  if (sources === undefined) return { plan };
  const { repair } = await import('../repair/repair.ts');
  const repaired = repair({ plan, sources, terms: request, read: [...known, ...issues] });
  if (take === undefined) return { plan: repaired.plan };
  const taken = repaired.taken(take);
  if (taken === undefined) throw unknown(take, repaired.plan.repair?.counterProposals.length ?? 0);
  return taken;
};
