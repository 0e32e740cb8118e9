import type { Issue } from '../model/issue.ts';
import { Unusable } from './shell.ts';

/** Thrown where a record is stale, void or tampered with: exit code 3. */
export class Stale extends Unusable {}

/** The value of a reading; what a broken record says instead is thrown. */
export const orStale = <T>({ value, issues }: { readonly value?: T; readonly issues: readonly Issue[] }): T => {
  if (value === undefined) throw new Stale(...issues);
  return value;
};
