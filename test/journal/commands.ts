// What a process of the simulation runs: the real protocol, as `po fill` uses it.
import type { Access } from '../../src/journal/access.ts';
import { append } from '../../src/journal/append.ts';
import { catchUp } from '../../src/journal/catch-up.ts';
import { amend, decideOn, fillOf } from './fills.ts';

/** How a command ended, unless its process was stopped. */
export type Outcome =
  | { readonly kind: 'done' }
  /** The codes of the issues. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Order {
  /** The broker's name of the fill; none for a command that only brings the document in order. */
  readonly id?: string;
  readonly asItStands: boolean;
  readonly acknowledge: (id: string) => void;
}

const refused = (issues: readonly { readonly code: string }[]): Outcome => ({
  kind: 'refused',
  codes: issues.map(({ code }) => code),
});

/** Brings the document in order, records a fill, and brings the document in order again. */
export const fillCommand = async (access: Access, { id, asItStands, acknowledge }: Order): Promise<Outcome> => {
  try {
    const before = await catchUp(access, { amend, asItStands });
    if (before.value === undefined) return refused(before.issues);
    if (id === undefined) return { kind: 'done' };
    const appended = await append(access, before.value.book, decideOn(fillOf(id)));
    if (appended.value === undefined) return refused(appended.issues);
    acknowledge(id);
    const after = await catchUp(access, { amend, asItStands: false });
    return after.value === undefined ? refused(after.issues) : { kind: 'done' };
  } catch (error) {
    return { kind: 'failed', error };
  }
};
