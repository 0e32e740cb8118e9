import type { ReportedFill } from '../model/fill.ts';
import { SCALE, writeDecimal } from '../model/units.ts';

const PREFIX = 'row:';

/**
 * Names for fills of an export that has none: what the row says, and how many rows that say the same came before. The
 * same file gives the same names each time, and two equal partial fills in it stay two. Texts that only one layout
 * has are no part of it, so that two exports of one broker name a fill alike.
 */
export const withRowIds = (fills: readonly ReportedFill[], broker: string): readonly ReportedFill[] => {
  const seen = new Map<string, number>();
  return fills.map((fill) => {
    const { side, ticker, at = '' } = fill;
    const shares = writeDecimal(fill.shares, SCALE.shares);
    const price = writeDecimal(fill.price, SCALE.price);
    const fees = writeDecimal(fill.fees, SCALE.cents);
    const said = `${PREFIX}${broker}:${at}:${side}:${ticker}:${shares}:${price}:${fees}`;
    const count = (seen.get(said) ?? 0) + 1;
    seen.set(said, count);
    return { ...fill, id: `${said}:${count}` };
  });
};

/** True for a name that was made of a row: it tells rows of an export apart, not fills that were reported otherwise. */
export const isRowId = (id: string): boolean => id.startsWith(PREFIX);
