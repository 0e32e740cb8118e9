import type { Finding } from '../model/finding.ts';
import { pctRatio, type Ratio } from '../model/ratio.ts';
import type { Rehearsal, State } from '../model/rehearsal.ts';
import type { Sector } from '../model/sector.ts';
import { ceilDivide, type Cents } from '../model/units.ts';
import type { Config } from '../validate/config.ts';
import type { CONSTRAINTS } from '../validate/registry.ts';
import { cashKept, type CashKept } from './4c-cash-kept.ts';
import { foremostOf, type Foremost, type Need } from './4c-foremost.ts';
import type { Mover } from './4c-mover.ts';
import { riseOf, totalForRise, type Rise } from './4c-rise.ts';

/** What a cap can lie on: the name of a part of a state. */
export type Capped = 'sectors' | 'positions';

type ConstraintId = (typeof CONSTRAINTS)[number]['id'];

/** Which constraints a price can breach, and by what: all of them have to be here. */
const BEARING = {
  sector_cap: 'sectors',
  position_limit: 'positions',
  cash_minimum: 'cash',
  cash_throughout: 'cash',
  sector_increase: 'rise',
  restrictions: 'nothing',
} as const satisfies Readonly<Record<ConstraintId, Capped | 'cash' | 'rise' | 'nothing'>>;

/** The caps that the plan keeps on one kind of subject. */
export interface Caps {
  readonly limits: ReadonlyMap<string, Ratio>;
  /** The total value that each subject needs, were nothing of it revalued. */
  readonly needs: Foremost;
  /** The most that a subject without any traded ticker needs. */
  readonly untouched?: Need;
}

/** The rises of sectors that the plan keeps within their limit. */
export interface Rises {
  readonly rise: Rise;
  readonly sectors: ReadonlySet<string>;
  /** Fees and rounding: by how many cents the plan lowers the total value. */
  readonly lost: bigint;
  /** The total before the plan that sectors need, were nothing of them revalued: with what is lost, and with a cent more. */
  readonly needs: readonly [Foremost, Foremost];
  /** Sectors that a cent more would breach whatever the total is. */
  readonly brittle: boolean;
}

/** Everything that a plan keeps and that prices may breach; what it breaches anyway is left out. */
export interface Kept {
  readonly rehearsal: Rehearsal;
  readonly caps: Readonly<Record<Capped, Caps>>;
  readonly cash: CashKept;
  readonly rises: Rises;
}

/** What a part of a state is worth. */
export const valueIn = ({ sectors, positions }: State, on: Capped, subject: string): bigint => {
  if (on === 'sectors') return (sectors as ReadonlyMap<string, Cents>).get(subject) ?? 0n;
  return (positions as ReadonlyMap<string, { readonly value: Cents }>).get(subject)?.value ?? 0n;
};

const capsOn = (on: Capped, findings: readonly Finding[], after: State, traded: ReadonlySet<string>): Caps => {
  const limits = new Map<string, Ratio>();
  const needs: Need[] = [];
  for (const { constraint, subject, level, limit } of findings) {
    if (BEARING[constraint as ConstraintId] !== on || level === 'approve' || limit.unit !== 'pct') continue;
    const { num, den } = limit.value;
    limits.set(subject, limit.value);
    if (num > 0n) needs.push({ subject, need: ceilDivide(valueIn(after, on, subject) * den, num) });
  }
  const untouched = foremostOf(needs.filter(({ subject }) => !traded.has(subject))).first;
  return { limits, needs: foremostOf(needs), ...(untouched === undefined ? {} : { untouched }) };
};

const risesOf = (findings: readonly Finding[], { before, after }: Rehearsal, config: Config): Rises => {
  const rise = riseOf(config.sector_increase);
  const sectors = new Set(
    findings
      .filter(({ constraint, level }) => BEARING[constraint as ConstraintId] === 'rise' && level !== 'approve')
      .map(({ subject }) => subject),
  );
  const lost = before.total - after.total;
  let brittle = false;
  const needs = (more: bigint): Foremost =>
    foremostOf(
      [...sectors].flatMap((subject): readonly Need[] => {
        const [was, is] = [before, after].map(({ sectors: values }) => values.get(subject as Sector) ?? 0n);
        const need = totalForRise(rise, was ?? 0n, is ?? 0n, lost + more);
        if (need === 'never') brittle = true;
        return typeof need === 'bigint' ? [{ subject, need }] : [];
      }),
    );
  return { rise, sectors, lost, needs: [needs(0n), needs(1n)], brittle };
};

/** Gathers what a plan keeps. */
export const keptOf = (
  rehearsal: Rehearsal,
  findings: readonly Finding[],
  config: Config,
  movers: readonly Mover[],
): Kept => ({
  rehearsal,
  caps: {
    sectors: capsOn('sectors', findings, rehearsal.after, new Set(movers.map(({ sector }) => sector))),
    positions: capsOn('positions', findings, rehearsal.after, new Set(movers.map(({ ticker }) => ticker))),
  },
  cash: cashKept(rehearsal, findings, {
    minimum: pctRatio(config.cash_minimum.min_pct),
    least: config.cash_minimum.min_usd,
    buffer: pctRatio(config.cash_throughout.min_pct),
  }),
  rises: risesOf(findings, rehearsal, config),
});
