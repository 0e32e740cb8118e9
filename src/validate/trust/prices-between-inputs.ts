import { percentText, priceText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { placeText, type Place } from '../../model/place.ts';
import { compareRatios, pctRatio } from '../../model/ratio.ts';
import type { Ticker } from '../../model/ticker.ts';
import type { Price } from '../../model/units.ts';
import { splitOf } from '../split-of.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

interface Quoted {
  readonly ticker: Ticker;
  readonly price: Price;
  readonly place: Place;
}

const quotes = ({ portfolio, market, stocks }: Statements): readonly Quoted[] => [
  ...portfolio.holdings,
  ...[...(market?.picks ?? []), ...stocks].flatMap(({ ticker, price, place, pricePlace }) =>
    price === undefined ? [] : [{ ticker, price, place: pricePlace ?? place }],
  ),
];

/**
 * One ticker has one price in all inputs, within the gap that a day's trading can open. Prices in the ratio of a split
 * mean that the shares of one input are counted before it.
 */
export const pricesBetweenInputs: TrustCheck = (statements, { price_gap_pct }) => {
  const first = new Map<Ticker, Quoted>();
  return quotes(statements).flatMap((quote): readonly Issue[] => {
    const known = first.get(quote.ticker);
    first.set(quote.ticker, known ?? quote);
    if (known === undefined) return [];
    const apart = quote.price > known.price ? quote.price - known.price : known.price - quote.price;
    const gap = { num: apart, den: known.price };
    if (compareRatios(gap, pctRatio(price_gap_pct)) <= 0) return [];
    const split = splitOf(quote.price, known.price);
    return [
      {
        code: split === undefined ? 'prices-differ' : 'split-probable',
        level: split === undefined ? 'approve' : 'block',
        place: quote.place,
        subject: quote.ticker,
        detail: {
          ticker: quote.ticker,
          price: priceText(quote.price),
          other: priceText(known.price),
          other_place: placeText(known.place),
          gap: percentText(gap),
          split: split ?? '',
        },
      },
    ];
  });
};
