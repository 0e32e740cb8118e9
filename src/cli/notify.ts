import type { OpenPlan } from './open-plan.ts';
import type { Shell } from './shell.ts';

/** Tells whoever the config names that something was recorded. */
export const notify = async (_shell: Shell, _plan: OpenPlan, _what: string): Promise<void> => Promise.resolve();
