import type { Finding } from '../model/finding.ts';
import type { Ratio } from '../model/ratio.ts';
import type { State } from '../model/rehearsal.ts';
import { floorDivide, type Cents } from '../model/units.ts';
import { CONSTRAINTS } from '../validate/registry.ts';
import type { Line } from './4c-sure-prices.ts';

/** What a cap can lie on: the name of a part of a state. */
type Capped = 'sectors' | 'positions';

/** The weights under one cap that the plan keeps, by their room in cents, least first. */
interface Cap {
  readonly on: Capped;
  readonly limit: Ratio;
  readonly rooms: readonly { readonly subject: string; readonly margin: Cents }[];
}

const CAPPED = new Map<string, Capped>(
  CONSTRAINTS.flatMap((constraint) => ('caps' in constraint ? [[constraint.id, constraint.caps] as const] : [])),
);

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Gathers the weights that are kept below their caps, cap by cap. */
export const capsOf = (findings: readonly Finding[]): readonly Cap[] => {
  const caps = new Map<
    string,
    { readonly on: Capped; readonly limit: Ratio; readonly rooms: Cap['rooms'][number][] }
  >();
  for (const { constraint, subject, level, limit, slackUsd } of findings) {
    const on = CAPPED.get(constraint);
    if (on === undefined || limit.unit !== 'pct' || slackUsd === undefined || level === 'approve') continue;
    const key = `${on} ${limit.value.num}/${limit.value.den}`;
    const cap = caps.get(key) ?? { on, limit: limit.value, rooms: [] };
    cap.rooms.push({ subject, margin: slackUsd });
    caps.set(key, cap);
  }
  for (const { rooms } of caps.values()) rooms.sort((a, b) => compare(a.margin, b.margin));
  return [...caps.values()];
};

const valueIn = ({ sectors, positions }: State, on: Capped, subject: string): bigint => {
  if (on === 'sectors') return (sectors as ReadonlyMap<string, Cents>).get(subject) ?? 0n;
  return (positions as ReadonlyMap<string, { readonly value: Cents }>).get(subject)?.value ?? 0n;
};

/**
 * The rooms under the caps as lines in the price of one ticker, from the account at the plan's prices and with that price
 * doubled. A weight that the ticker is no part of changes only with the total, so that of those the least room stands for all.
 */
export const capLines = (
  caps: readonly Cap[],
  at: State,
  doubled: State,
  touched: Readonly<Record<Capped, string>>,
): readonly Line[] =>
  caps.flatMap(({ on, limit, rooms }) => {
    const share = floorDivide(limit.num * (doubled.total - at.total), limit.den);
    const subject = touched[on];
    const least = rooms.find((room) => room.subject !== subject);
    const own = rooms.find((room) => room.subject === subject);
    const rise = valueIn(doubled, on, subject) - valueIn(at, on, subject);
    return [
      ...(least === undefined ? [] : [{ margin: least.margin, slope: share }]),
      ...(own === undefined ? [] : [{ margin: own.margin, slope: share - rise }]),
    ];
  });
