import type { Intent } from '../model/intent.ts';
import type { Issue } from '../model/issue.ts';
import { readMoney } from '../parse/numbers.ts';
import { Unusable } from './shell.ts';

/** The options by which a person says what a plan is for. */
export interface IntentOptions {
  /** False where nothing is to be sold. */
  readonly sell?: boolean;
  readonly deposit?: string;
  readonly withdraw?: string;
  readonly withinBand?: boolean;
}

const refuse = (code: string, detail: Issue['detail']): never => {
  throw new Unusable({ code, level: 'unusable', detail });
};

const amountOf = (option: string, given: string) => {
  const reading = readMoney(given);
  if (reading.kind !== 'value' || reading.approximate) return refuse('amount-unreadable', { option, given });
  return reading.value > 0n ? reading.value : refuse('amount-not-positive', { option, given });
};

/** Pairs of options that cannot be meant at once. */
const CONTRADICTIONS = [
  ['--deposit', '--withdraw'],
  ['--withdraw', '--no-sell'],
  ['--deposit', '--within-band'],
  ['--withdraw', '--within-band'],
] as const;

/** What the person wants of the plan, by the options of the command line; undefined where nothing is said. */
export const statedIntent = ({
  sell = true,
  deposit,
  withdraw,
  withinBand = false,
}: IntentOptions): Intent | undefined => {
  const given = new Set([
    ...(sell ? [] : ['--no-sell']),
    ...(deposit === undefined ? [] : ['--deposit']),
    ...(withdraw === undefined ? [] : ['--withdraw']),
    ...(withinBand ? ['--within-band'] : []),
  ]);
  const both = CONTRADICTIONS.find(([one, other]) => given.has(one) && given.has(other));
  if (both !== undefined) return refuse('intents-contradict', { one: both[0], other: both[1] });
  if (deposit !== undefined) return { kind: 'deposit', amount: amountOf('--deposit', deposit) };
  if (withdraw !== undefined) return { kind: 'withdrawal', amount: amountOf('--withdraw', withdraw) };
  return given.size === 0 ? undefined : { kind: 'restraint', noSell: !sell, withinBand };
};
