import type { Issue, Parsed } from '../model/issue.ts';
import type { Market } from '../model/market.ts';
import type { Stated } from '../model/place.ts';
import { tickerOf } from '../model/ticker.ts';
import { fromNumber, HUNDRED_PCT, SCALE, type Cents, type Pct, type Price } from '../model/units.ts';
import { gatherPicks } from './gather-picks.ts';
import { isOwnMarket } from './is-own-market.ts';
import { issueAt } from './issue-at.ts';
import {
  marketKeys,
  ownShape,
  regimeShape,
  type OwnShape,
  type PickEntry,
  type Ranked,
  type RegimeShape,
} from './market-shapes.ts';
import { pickOf, type JudgedPick } from './pick-of.ts';
import { readDate } from './read-date.ts';
import { readJson, type JsonDocument, type JsonPath } from './read-json.ts';
import { rankingsOf, type Rankings } from './read-rankings.ts';
import { shapeIssues } from './shape-issues.ts';

const rankingsIn = (document: JsonDocument, list: readonly Ranked[], path: JsonPath): Rankings =>
  rankingsOf(
    list.map(({ sector, rank }, index) => ({
      name: sector,
      rank: Number.isInteger(rank) && rank < 1000 ? rank : undefined,
      written: String(rank),
      place: document.placeOf([...path, index, 'sector']),
      rankPlace: document.placeOf([...path, index, 'rank']),
    })),
  );

const stated = <T extends bigint>(
  document: JsonDocument,
  path: JsonPath,
  value: number | undefined,
  places: number,
): Stated<T> | undefined => {
  const exact = value === undefined || Math.abs(value) > 1e12 ? undefined : fromNumber(value, places);
  return exact === undefined ? undefined : { value: exact as T, place: document.placeOf(path) };
};

const pickIn = (document: JsonDocument, entry: PickEntry, index: number): JudgedPick => {
  const path = ['picks', index];
  const place = document.placeOf([...path, 'ticker']);
  const ticker = tickerOf(entry.ticker);
  if (!ticker) return { issues: [issueAt('pick-unreadable', 'approve', place, { text: entry.ticker })] };
  const price = stated<Price>(document, [...path, 'price'], entry.price, SCALE.price);
  const conviction = stated<Pct>(document, [...path, 'conviction'], entry.conviction, SCALE.pct);
  const weight = stated<Pct>(document, [...path, 'weight'], entry.weight, SCALE.pct);
  const dailyVolume = stated<Cents>(
    document,
    [...path, 'avg_daily_volume_usd'],
    entry.avg_daily_volume_usd,
    SCALE.cents,
  );
  const read = { price, conviction, weight, avg_daily_volume_usd: dailyVolume };
  const lost = (Object.keys(read) as (keyof typeof read)[]).filter(
    (key) => entry[key] !== undefined && read[key] === undefined,
  );
  if (lost.length > 0) {
    const issues = lost.map((key) =>
      issueAt(
        'too-many-digits',
        'approve',
        document.placeOf([...path, key]),
        { text: String(entry[key]), what: `a ${key.replaceAll('_', ' ')}` },
        ticker,
      ),
    );
    return { issues };
  }
  const sector =
    entry.sector.trim() === '' ? {} : { sector: { value: entry.sector, place: document.placeOf([...path, 'sector']) } };
  return pickOf({
    ticker,
    place,
    ...sector,
    ...(price ? { price } : {}),
    ...(conviction ? { conviction } : {}),
    ...(weight ? { weight } : {}),
    ...(dailyVolume ? { dailyVolume } : {}),
  });
};

interface Dated {
  readonly asOf?: Stated<string>;
  readonly issues: readonly Issue[];
}

const dateIn = (document: JsonDocument, file: string, key: string, written: string | undefined): Dated => {
  if (written === undefined)
    return { issues: [issueAt('as-of-missing', 'approve', { file, line: 1, column: 1 }, { document: 'market file' })] };
  const place = document.placeOf([key]);
  const date = readDate(written);
  return date.kind === 'day'
    ? { asOf: { value: date.day, place }, issues: [] }
    : { issues: [issueAt('date-unreadable', 'approve', place, { text: written })] };
};

/** A confidence in percent; one that is not between 0 and 100 is left out with a note, since nothing depends on it. */
const confidenceIn = (
  document: JsonDocument,
  path: JsonPath,
  value: number | undefined,
  factor: bigint,
): { readonly confidence?: Pct; readonly issues: readonly Issue[] } => {
  if (value === undefined) return { issues: [] };
  const exact = fromNumber(value, SCALE.pct);
  const confidence = exact === undefined ? -1n : exact * factor;
  if (confidence >= 0n && confidence <= HUNDRED_PCT) return { confidence: confidence as Pct, issues: [] };
  return { issues: [issueAt('confidence-unreadable', 'note', document.placeOf(path), { text: String(value) })] };
};

const ownMarket = (document: JsonDocument, data: OwnShape, file: string): Parsed<Market> => {
  const ranked = rankingsIn(document, data.sector_rankings ?? [], ['sector_rankings']);
  const picked = gatherPicks((data.picks ?? []).map((entry, index) => pickIn(document, entry, index)));
  const dated = dateIn(document, file, 'as_of', data.as_of);
  const sure = confidenceIn(document, ['confidence'], data.confidence, 1n);
  const value: Market = {
    file,
    ...(dated.asOf ? { asOf: dated.asOf } : {}),
    ...(sure.confidence === undefined ? {} : { confidence: sure.confidence }),
    rankings: ranked.rankings,
    picks: picked.picks,
    spelling: new Map([...picked.spelling, ...ranked.spelling]),
  };
  return { value, issues: [...dated.issues, ...sure.issues, ...ranked.issues, ...picked.issues] };
};

const regimeMarket = (document: JsonDocument, data: RegimeShape, file: string): Parsed<Market> => {
  const first = data.regimes[0];
  const key = (['as_of', 'generated', 'date'] as const).find((each) => data[each] !== undefined) ?? 'date';
  const ranked = rankingsIn(document, first?.sector_rankings ?? [], ['regimes', 0, 'sector_rankings']);
  const dated = dateIn(document, file, key, data[key]);
  const own = data.regime?.confidence ?? first?.regime?.confidence;
  const path =
    data.regime?.confidence === undefined ? ['regimes', 0, 'regime', 'confidence'] : ['regime', 'confidence'];
  const sure = confidenceIn(document, path, own, 100n);
  const value: Market = {
    file,
    ...(dated.asOf ? { asOf: dated.asOf } : {}),
    ...(sure.confidence === undefined ? {} : { confidence: sure.confidence }),
    rankings: ranked.rankings,
    picks: [],
    spelling: ranked.spelling,
  };
  return { value, issues: [...dated.issues, ...sure.issues, ...ranked.issues] };
};

const isRegime = (value: unknown): boolean => typeof value === 'object' && value !== null && 'regimes' in value;

/** A market file that says nothing would make every pick fail without a word. */
const orEmpty = ({ value, issues }: Parsed<Market>, file: string): Parsed<Market> => {
  const silent = value?.rankings.size === 0 && value.picks.length === 0;
  const about = issues.filter((issue) => /^(?:pick|rank|sector|conviction|price|too-many|number)-/.test(issue.code));
  if (!silent || about.length > 0) return { ...(value ? { value } : {}), issues };
  return { issues: [...issues, issueAt('market-empty', 'unusable', { file, line: 1, column: 1 }, {})] };
};

/** Reads a market file in JSON: the project's own shape, or a Regime.json of the Market-Analyst. */
export const readMarketJson = (text: string, file: string): Parsed<Market> => {
  const { value: document, issues } = readJson(text, file);
  if (!document) return { issues };
  if (isRegime(document.value)) {
    const shaped = regimeShape().safeParse(document.value);
    return shaped.success
      ? orEmpty(regimeMarket(document, shaped.data, file), file)
      : { issues: shapeIssues(document, shaped.error, marketKeys(), 'unusable') };
  }
  if (isOwnMarket(document.value)) return orEmpty(ownMarket(document, document.value, file), file);
  const shaped = ownShape().safeParse(document.value);
  return shaped.success
    ? orEmpty(ownMarket(document, shaped.data, file), file)
    : { issues: shapeIssues(document, shaped.error, marketKeys(), 'unusable') };
};
