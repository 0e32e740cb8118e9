import { sha256 } from './digest.ts';

/** Digits of the digest that name a plan: enough that two plans of one person never meet. */
const ID_LENGTH = 12;

/** The name of a plan: a digest of its plan.json as it is without a name. */
export const planId = (unnamed: string): string => sha256(unnamed).slice(0, ID_LENGTH);
