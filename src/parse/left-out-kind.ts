import type { LeftOutKind } from '../model/account-export.ts';
import { isFundName } from './is-fund-name.ts';
import { readExact, readShares } from './numbers.ts';
import type { WrittenPosition } from './position-layout.ts';
import { tickerOf } from '../model/ticker.ts';

/** `QQQ 260116P600`, `-NVDA260116C150`, `ACME 05/16/2026 55.00 C`. */
const OPTION_SYMBOL = /^-?[A-Z]{1,6}\s*\d{6}[CP][\d.]+$|^[A-Z]{1,6} \d{2}\/\d{2}\/\d{4} [\d.]+ [CP]$/;
/** `QQQ Dec 31 '26 $600 Put`, `CALL SPY 03/20/26 700.000`. */
const OPTION_WORDS = /\b(?:call|put)\b.*\d|\d.*\b(?:call|put)$/i;
const CUSIP = /^(?=.*\d)[0-9A-Z]{8}\d$/;
const BOND_WORDS = /\b(?:bonds?|notes?|bills?|cd|c\/d|certificate of deposit|treasury|debenture|muni(?:cipal)?)\b|\d%/i;

const negative = (text: string, read: typeof readExact | typeof readShares): boolean => {
  const reading = read(text);
  return reading.kind === 'value' && reading.value < 0n;
};

const isOption = ({ symbol, name }: WrittenPosition): boolean =>
  OPTION_SYMBOL.test(symbol) || OPTION_WORDS.test(symbol) || (OPTION_WORDS.test(name) && !isFundName(name));

/** Why a row of an export is no holding; undefined for shares of a stock or a fund that are owned. */
export const leftOutKind = (row: WrittenPosition): LeftOutKind | undefined => {
  if (row.why !== undefined) return row.why;
  if (isOption(row)) return 'option';
  if (tickerOf(row.symbol) === undefined) {
    return CUSIP.test(row.symbol) || BOND_WORDS.test(`${row.symbol} ${row.name}`) ? 'bond' : 'unnamed';
  }
  if (negative(row.quantity, readShares) || negative(row.value, readExact)) return 'short';
  const shares = readShares(row.quantity);
  return shares.kind === 'value' && shares.value === 0n ? 'zero' : undefined;
};
