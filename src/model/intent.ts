import type { Cents } from './units.ts';

/** Money that comes into the account before the orders, or leaves it after them. The document's cash does not show it yet. */
export interface MoneyFlow {
  readonly kind: 'deposit' | 'withdrawal';
  readonly amount: Cents;
}

/** The instructions of the document, held back in part: without sales, or only as far as the edges of the bands. */
export interface Restraint {
  readonly kind: 'restraint';
  readonly noSell: boolean;
  readonly withinBand: boolean;
}

/** What the person wants of this plan; where nothing is said, the instructions of the document as they stand. */
export type Intent = MoneyFlow | Restraint;

/** The money that a plan is about, if it is about money. */
export const flowOf = (intent: Intent | undefined): MoneyFlow | undefined =>
  intent === undefined || intent.kind === 'restraint' ? undefined : intent;

/** The amount of a flow of one kind; zero where there is none. */
export const flowing = (intent: Intent | undefined, kind: MoneyFlow['kind']): Cents =>
  intent?.kind === kind ? intent.amount : (0n as Cents);
