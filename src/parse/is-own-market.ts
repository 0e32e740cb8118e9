import type { OwnShape } from './market-shapes.ts';

type Kind = 'string' | 'number';
type Keys = Readonly<Record<string, Kind>>;

const RANKED: Keys = { sector: 'string', rank: 'number' };
const PICK: Keys = { ticker: 'string', sector: 'string' };
const OF_A_PICK: Keys = {
  ...PICK,
  price: 'number',
  conviction: 'number',
  weight: 'number',
  avg_daily_volume_usd: 'number',
};
const HEAD: Keys = { as_of: 'string', confidence: 'number' };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every key is known and of its kind, and none that is needed is missing. */
const has = (value: unknown, known: Keys, needed: Keys): boolean =>
  isRecord(value) &&
  Object.keys(needed).every((key) => key in value) &&
  Object.entries(value).every(([key, inner]) => typeof inner === known[key]);

const isListOf = (value: unknown, known: Keys, needed: Keys): boolean =>
  value === undefined || (Array.isArray(value) && value.every((each) => has(each, known, needed)));

/**
 * Whether data of JSON has the project's own shape of a market file. It says what `ownShape` says (a test compares them),
 * without loading zod; `ownShape` then tells what is wrong with a file that has it not.
 */
export const isOwnMarket = (value: unknown): value is OwnShape => {
  if (!isRecord(value)) return false;
  const { sector_rankings, picks, ...head } = value;
  return has(head, HEAD, {}) && isListOf(sector_rankings, RANKED, RANKED) && isListOf(picks, OF_A_PICK, PICK);
};
