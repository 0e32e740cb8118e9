declare const tickerBrand: unique symbol;

/** A US ticker in one spelling: BRK.B, BRK-B and BRK/B are all `BRK.B`. */
export type Ticker = string & { readonly [tickerBrand]: true };

const shape = /^([A-Z]{1,6})(?:[.\-/]([A-Z]{1,2}))?$/;

/** The ticker that a text spells, or undefined when it has not the shape of one (up to 6 letters, with a class suffix). */
export const tickerOf = (text: string): Ticker | undefined => {
  const match = shape.exec(text.trim());
  return match ? ((match[2] === undefined ? match[1] : `${match[1] ?? ''}.${match[2]}`) as Ticker) : undefined;
};
