import type { Finding } from '../model/finding.ts';
import { compareRatios, pctRatio, subtractRatios, weight } from '../model/ratio.ts';
import type { State } from '../model/rehearsal.ts';
import { atMost, subtractCents, type Cents, type Pct } from '../model/units.ts';
import { originAgainstCap } from './origin.ts';

/** What a subject is worth before and after, in two states of the account. */
export interface Weighed {
  readonly subject: string;
  readonly before: Cents;
  readonly after: Cents;
}

/** Measures the weight of one subject against a cap; exactly at the cap is kept. */
export const againstCap = (constraint: string, weighed: Weighed, before: State, after: State, cap: Pct): Finding => {
  const limit = pctRatio(cap);
  const was = weight(weighed.before, before.total);
  const is = weight(weighed.after, after.total);
  return {
    constraint,
    subject: weighed.subject,
    level: compareRatios(is, limit) > 0 ? 'approve' : 'pass',
    limit: { unit: 'pct', value: limit },
    before: { unit: 'pct', value: was },
    after: { unit: 'pct', value: is },
    slack: { unit: 'pct', value: subtractRatios(limit, is) },
    slackUsd: subtractCents(atMost(cap, after.total), weighed.after),
    origin: originAgainstCap(was, is, limit),
  };
};

/** Pairs what two states hold under the same keys, in the order of the keys. */
export const pairUp = (before: ReadonlyMap<string, Cents>, after: ReadonlyMap<string, Cents>): readonly Weighed[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((subject) => ({
      subject,
      before: before.get(subject) ?? (0n as Cents),
      after: after.get(subject) ?? (0n as Cents),
    }));
