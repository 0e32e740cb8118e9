import path from 'node:path';
import type { Recommendation } from '../model/recommendation.ts';
import type { Book } from './book.ts';
import { prepare, type Origin, type Prepared } from './prepare.ts';
import { writePlan } from './write-plan.ts';

/** A prepared plan that is being written. */
export interface Published extends Prepared {
  /** The folder, as a path to show. */
  readonly folder: string;
  /** Settles when every file is safe on the disk; until then nobody should be told that it is there. */
  readonly written: Promise<unknown>;
}

/** Names the plan, and begins to write its folder: while the disk works, what is said of it can be put into words. */
export const publish = (
  recommendation: Recommendation,
  origin: Origin,
  book: Book,
  into: { readonly folder: string; readonly cwd: string },
): Published => {
  const prepared = prepare(recommendation, origin, book);
  const { planId } = prepared.meta;
  const written = writePlan(into.folder, planId, prepared.files);
  written.catch(() => undefined); // whoever awaits it hears of a failure; until then it is no unhandled one
  return { ...prepared, written, folder: path.relative(into.cwd, path.join(into.folder, planId)) };
};
