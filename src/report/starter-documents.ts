import { render } from './render.ts';

/** The documents of a folder that `po init` makes, by name; `day` (YYYY-MM-DD) is what they are dated. */
export const starterDocuments = (day: string): ReadonlyMap<string, string> =>
  new Map([
    ['Portfolio.md', render('init/portfolio.md', { day })],
    ['market.json', render('init/market.json', { day })],
  ]);
