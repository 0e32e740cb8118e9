import { dollarText, percentText, priceText, sharesText } from '../../model/figures.ts';
import { placeText, type Place } from '../../model/place.ts';
import { pctRatio } from '../../model/ratio.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { markdownText } from '../escape.ts';
import type { FigureCounts } from '../figure-origins.ts';
import type { Meta } from '../plan-document.ts';

interface ReadFigure {
  readonly what: string;
  readonly stated: string;
  readonly where: Place;
}

/** Codes of notes that say that a figure of a holding was not stated but follows from others. */
const FOLLOWS: ReadonlySet<string> = new Set(['price-derived', 'shares-derived', 'shares-from-weights']);

/** What was read of each holding, and of cash. */
const ofTheAccount = ({ portfolio }: Recommendation): readonly ReadFigure[] => [
  ...portfolio.claims.cash
    .slice(0, 1)
    .map(({ value, place }) => ({ what: 'Cash', stated: dollarText(value), where: place })),
  ...portfolio.holdings.map(({ ticker, shares, price, place }) => ({
    what: ticker,
    stated: `${sharesText(shares)} at ${priceText(price)}`,
    where: place,
  })),
];

/** What was read of each pick that is bought. */
const ofPicks = ({ market, plan }: Recommendation): readonly ReadFigure[] => {
  const bought = new Set(plan.trades.filter(({ side }) => side === 'BUY').map(({ ticker }) => ticker));
  return (market?.picks ?? [])
    .filter(({ ticker }) => bought.has(ticker))
    .map(({ ticker, price, conviction, pricePlace, place }) => ({
      what: ticker,
      stated: [
        ...(price === undefined ? [] : [priceText(price)]),
        ...(conviction === undefined ? [] : [`conviction ${percentText(pctRatio(conviction)).replace('%', '')}`]),
      ].join(', '),
      where: pricePlace ?? place,
    }));
};

/** Where the figures come from: each that was read with its place, how many of the report are read, worked out and assumed. */
export const provenance = (recommendation: Recommendation, meta: Meta, counts: FigureCounts): object => {
  const { now, portfolio, market, issues } = recommendation;
  const stated = meta.inputs.some(({ role }) => role === 'config');
  return {
    planId: markdownText(meta.planId),
    tool: markdownText(`${meta.tool.name} ${meta.tool.version}`),
    now: markdownText(now),
    asOf: markdownText(portfolio.asOf?.value ?? ''),
    marketAsOf: markdownText(market?.asOf?.value ?? ''),
    inputs: meta.inputs.map(({ role, path, sha256 }) => ({
      role: markdownText(role),
      path: markdownText(path),
      sha256: markdownText(sha256),
    })),
    config: markdownText(meta.configSha256),
    journal: meta.journal === undefined ? '' : String(meta.journal.seq),
    journalHash: markdownText(meta.journal?.digest ?? ''),
    read: counts.read + (stated ? counts.limit : 0),
    computed: counts.computed,
    assumed: stated ? 0 : counts.limit,
    figures: [...ofTheAccount(recommendation), ...ofPicks(recommendation)].map(({ what, stated: figure, where }) => ({
      what: markdownText(what),
      stated: markdownText(figure),
      where: markdownText(placeText(where)),
    })),
    follow: [...new Set(issues.filter(({ code }) => FOLLOWS.has(code)).map(({ subject }) => subject ?? ''))]
      .filter((subject) => subject !== '')
      .map(markdownText)
      .join(', '),
  };
};
