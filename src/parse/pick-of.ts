import type { Issue, IssueLevel } from '../model/issue.ts';
import type { Pick } from '../model/market.ts';
import type { Place, Stated } from '../model/place.ts';
import type { Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { HUNDRED_PCT, writeDecimal, type Cents, type Pct, type Price } from '../model/units.ts';
import { issueAt } from './issue-at.ts';
import { namedSector } from './row-sector.ts';

/** What an entry in a list of picks states, before it is judged. */
export interface StatedPick {
  readonly ticker: Ticker;
  readonly place: Place;
  readonly sector?: Stated<string>;
  readonly price?: Stated<Price>;
  readonly conviction?: Stated<Pct>;
  readonly weight?: Stated<Pct>;
  readonly dailyVolume?: Stated<Cents>;
}

/** A pick with the spelling of its sector; absent when it may not be used. */
export interface JudgedPick {
  readonly pick?: Pick;
  readonly spelling?: readonly [Sector, string];
  readonly issues: readonly Issue[];
}

/** Refuses a conviction that is not on the scale from 0 to 100, and one that is probably a fraction. */
export const convictionIssue = (conviction: Stated<bigint>, level: IssueLevel, subject: string): Issue | undefined => {
  const { value, place } = conviction;
  const text = writeDecimal(value, 6);
  if (value < 0n || value > HUNDRED_PCT) return issueAt('conviction-out-of-range', level, place, { text }, subject);
  return value > 0n && value <= 1_000_000n
    ? issueAt('conviction-fraction', level, place, { text, suggestion: writeDecimal(value * 100n, 6) }, subject)
    : undefined;
};

const faults = (stated: StatedPick): readonly Issue[] => {
  const { conviction, price, weight, dailyVolume, ticker } = stated;
  const unscaled = conviction ? convictionIssue(conviction, 'approve', ticker) : undefined;
  const negative = [weight, dailyVolume].find((each) => each !== undefined && each.value < 0n);
  return [
    ...(unscaled ? [unscaled] : []),
    ...(price && price.value <= 0n ? [issueAt('price-not-positive', 'approve', price.place, {}, ticker)] : []),
    ...(negative ? [issueAt('pick-negative', 'approve', negative.place, {}, ticker)] : []),
    ...(stated.sector ? [] : [issueAt('pick-sector-missing', 'approve', stated.place, {}, ticker)]),
  ];
};

/** Makes a pick of what is stated; one with a fault is left out and reported, never bought on a guess. */
export const pickOf = (stated: StatedPick): JudgedPick => {
  const issues = faults(stated);
  if (issues.length > 0 || !stated.sector) return { issues };
  const { sector, spelled, issues: naming } = namedSector(stated.sector.value, stated.sector.place);
  const pick: Pick = {
    ticker: stated.ticker,
    sector,
    ...(stated.price ? { price: stated.price.value, pricePlace: stated.price.place } : {}),
    ...(stated.conviction ? { conviction: stated.conviction.value } : {}),
    ...(stated.weight ? { weight: stated.weight.value } : {}),
    ...(stated.dailyVolume ? { dailyVolume: stated.dailyVolume.value } : {}),
    place: stated.place,
    sectorPlace: stated.sector.place,
  };
  return { pick, spelling: [sector, spelled], issues: naming };
};
