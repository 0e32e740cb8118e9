import path from 'node:path';
import type { Recommendation } from '../model/recommendation.ts';
import type { Book } from './book.ts';
import { prepare, type Origin, type Prepared } from './prepare.ts';
import { writePlan } from './write-plan.ts';

/** A prepared plan that was written. */
export interface Published extends Prepared {
  /** The folder that was written, as a path to show. */
  readonly folder: string;
}

/** Names the plan, and writes its folder. */
export const publish = async (
  recommendation: Recommendation,
  origin: Origin,
  book: Book,
  into: { readonly folder: string; readonly cwd: string },
): Promise<Published> => {
  const prepared = prepare(recommendation, origin, book);
  const folder = await writePlan(into.folder, prepared.meta.planId, prepared.files);
  return { ...prepared, folder: path.relative(into.cwd, folder) };
};
