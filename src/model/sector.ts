declare const sectorBrand: unique symbol;

/** The identity of a sector, whatever its spelling: "Tech" and "Information Technology" are one. */
export type Sector = string & { readonly [sectorBrand]: true };

/** How each sector is spelled in the output: the document's own spelling where it has one. */
export type Spelling = ReadonlyMap<Sector, string>;

/**
 * Canonical name, then its other names. The first eleven are the GICS sectors (S&P/MSCI); the aliases are the
 * names that Morningstar, Yahoo and brokers use for the same sectors.
 */
const NAMES: readonly (readonly [string, ...string[]])[] = [
  ['Technology', 'Information Technology', 'Tech', 'Info Tech', 'IT'],
  ['Healthcare', 'Health Care', 'Health'],
  ['Financials', 'Financial Services', 'Financial', 'Finance'],
  [
    'Communications',
    'Communication Services',
    'Communication',
    'Telecommunication Services',
    'Telecommunications',
    'Telecom',
  ],
  ['Materials', 'Basic Materials'],
  ['Consumer Discretionary', 'Consumer Cyclical'],
  ['Consumer Staples', 'Consumer Defensive'],
  ['Energy'],
  ['Industrials', 'Industrial'],
  ['Utilities', 'Utility'],
  ['Real Estate', 'REIT', 'REITs'],
];

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const canonical = new Map(
  NAMES.flatMap(([first, ...others]) => [first, ...others].map((n) => [plain(n), first] as const)),
);

/** True for a name (or alias) of the closed table of sectors. */
export const isKnownSector = (name: string): boolean => canonical.has(plain(name));

/** The sector that a name means. An unknown name is a sector of its own. */
export const sectorOf = (name: string): Sector =>
  (canonical.get(plain(name)) ?? name.trim().replace(/\s+/gu, ' ')) as Sector;

/** The name to print for a sector. */
export const sectorName = (sector: Sector, spelling: Spelling): string => spelling.get(sector) ?? sector;

/** Every canonical sector name, for suggestions. */
export const knownSectorNames: readonly string[] = NAMES.map(([first]) => first);
