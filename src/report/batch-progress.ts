import { say } from './say.ts';

/** How far a batch is, in a few words. */
export const batchProgress = (done: number, total: number): string => say('report/batch-progress', { done, total });
