import { isKnownSector, knownSectorNames, sectorOf, type Sector, type Spelling } from '../model/sector.ts';
import { tickerOf, type Ticker } from '../model/ticker.ts';
import { bareText } from './bare-text.ts';
import { nearestName } from '../model/nearest-name.ts';

/** What directives may be about in this account. */
export interface Known {
  /** Every sector of the portfolio and the market. */
  readonly spelling: Spelling;
  /** The tickers that are held or picked. */
  readonly tickers: ReadonlySet<Ticker>;
  /** Company names: to suggest the ticker that was meant, or to see that a word in front of a ticker is its name. */
  readonly names?: () => ReadonlyMap<Ticker, string>;
}

/** What a line is about. */
export type Subject =
  | { readonly kind: 'sector'; readonly sector: Sector }
  | { readonly kind: 'ticker'; readonly ticker: Ticker }
  | { readonly kind: 'cash' }
  | { readonly kind: 'not-held'; readonly ticker: Ticker }
  | { readonly kind: 'several' }
  | { readonly kind: 'unknown'; readonly suggestion: string };

const CASH =
  /^cash(?: (?:position|balance|deployment|reserves?|buffer|level|allocation|weight|target|holdings?|(?:and|&) (?:cash )?equivalents?))*$/i;
const FILLER =
  /\b(?:for|the|our|your|my|all|entire|full|sectors?|exposure|allocations?|weights?|weighting|positions?|holdings?|stake|stocks?|shares?|names?|in|of|overall|total|portfolio|target|targeted)\b/gi;

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const sectorNamed = (phrase: string, known: Known): Sector | undefined => {
  if (phrase === 'it') return undefined; // the word, not Information Technology
  if (isKnownSector(phrase)) return sectorOf(phrase);
  const wanted = plain(phrase);
  if (wanted === '') return undefined;
  for (const [sector, spelled] of known.spelling)
    if (plain(sector) === wanted || plain(spelled) === wanted) return sector;
  return undefined;
};

const exactly = (phrase: string, known: Known): Subject | undefined => {
  if (CASH.test(phrase)) return { kind: 'cash' };
  const sector = sectorNamed(phrase, known);
  if (sector !== undefined) return { kind: 'sector', sector };
  const ticker = tickerOf(phrase.replace(/^\$/, ''));
  return ticker !== undefined && known.tickers.has(ticker) ? { kind: 'ticker', ticker } : undefined;
};

/** True when some words are the beginning of a company's name: "NVIDIA" of "NVIDIA Corporation". */
export const isNameOf = (phrase: string, ticker: Ticker, known: Known): boolean => {
  const name = known.names?.().get(ticker);
  return name !== undefined && plain(phrase).length >= 4 && plain(name).startsWith(plain(phrase));
};

const suggestionFor = (phrase: string, known: Known): string => {
  const named = [...(known.names?.() ?? [])].find(
    ([, name]) => plain(name) === plain(phrase) || plain(name).startsWith(plain(phrase)),
  );
  if (named && plain(phrase).length >= 4) return named[0];
  return nearestName(phrase, [...knownSectorNames, ...known.spelling.values()]) ?? '';
};

/** The sector, the ticker or the cash of this account that some words name exactly. */
export const subjectNamed = (phrase: string, known: Known): Subject | undefined => exactly(bareText(phrase), known);

/** True when some words name a sector, a ticker or cash of this account. */
export const isSubject = (phrase: string, known: Known): boolean => subjectNamed(phrase, known) !== undefined;

/** What a phrase names: cash, a sector by any of its names, or a ticker that is held or picked. */
export const subjectOf = (text: string, known: Known): Subject => {
  const phrase = bareText(text);
  const stripped = phrase.replace(FILLER, ' ').replace(/\s+/g, ' ').trim();
  const found = exactly(phrase, known) ?? (stripped === '' ? undefined : exactly(stripped, known));
  if (found) return found;
  const parts = stripped.split(/\s?(?:,|;|&|\/|\band\b|\bor\b|\bplus\b)\s?/i).filter((part) => part !== '');
  const isKnown = (part: string): boolean => exactly(part, known) !== undefined;
  if (parts.length > 1 && parts.some(isKnown) && parts.every((part) => isKnown(part) || tickerOf(part) !== undefined))
    return { kind: 'several' };
  const ticker = tickerOf(stripped.replace(/^\$/, ''));
  return ticker === undefined
    ? { kind: 'unknown', suggestion: suggestionFor(stripped, known) }
    : { kind: 'not-held', ticker };
};
