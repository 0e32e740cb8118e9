import { amend } from '../amend/amend.ts';
import type { Amend } from '../journal/rebase.ts';

/** How the text of a portfolio takes a fill of the record; `document` is its name in messages. */
export const amendDocument =
  (document: string): Amend =>
  (text, { side, ticker, shares, price, fees, sector, quote }) =>
    amend(text, document, [
      {
        side,
        ticker,
        shares,
        price,
        fees,
        ...(sector === undefined ? {} : { sector }),
        ...(quote === undefined ? {} : { lastPrice: quote }),
      },
    ]);
