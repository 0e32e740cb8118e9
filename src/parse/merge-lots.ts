import { sharesText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import { placeText, type Place } from '../model/place.ts';
import type { Holding, Row } from '../model/portfolio.ts';
import type { Sector } from '../model/sector.ts';
import { compareText } from '../model/order.ts';
import type { Ticker } from '../model/ticker.ts';
import { sumCents, type Cents, type Shares } from '../model/units.ts';
import { issueAt } from './issue-at.ts';

/** One row of a holdings table, with what is known about it beside its figures. */
export interface Lot {
  readonly row: Row;
  readonly sector: Sector;
  readonly name?: string;
  readonly cost?: Cents;
  /** Where its price and its sector stand. */
  readonly pricePlace: Place;
  readonly sectorPlace: Place;
}

const differing = (lots: readonly Lot[]): Issue[] => {
  const [first, ...others] = lots;
  if (!first) return [];
  const other = others.find((lot) => lot.row.price !== first.row.price);
  const elsewhere = others.find((lot) => lot.sector !== first.sector);
  const { ticker } = first.row;
  return [
    ...(other
      ? [issueAt('lot-prices-differ', 'block', other.pricePlace, { other: placeText(first.row.place) }, ticker)]
      : []),
    ...(elsewhere
      ? [
          issueAt(
            'lot-sectors-differ',
            'block',
            elsewhere.sectorPlace,
            { other: placeText(first.row.place), sectors: [first.sector, elsewhere.sector] },
            ticker,
          ),
        ]
      : []),
  ];
};

const onlyLot = ({ row, sector, name, cost }: Lot): Holding => ({
  ticker: row.ticker,
  ...(name === undefined ? {} : { name }),
  sector,
  shares: row.shares,
  price: row.price,
  ...(cost === undefined ? {} : { cost }),
  ...(row.statedGainPct === undefined ? {} : { statedGain: row.statedGainPct.value }),
  place: row.place,
});

const holdingOf = (lots: readonly Lot[], first: Lot): Holding => {
  if (lots.length === 1) return onlyLot(first);
  const shares = lots.reduce((sum, lot) => sum + lot.row.shares, 0n) as Shares;
  const costs = lots.flatMap((lot) => (lot.cost === undefined ? [] : [lot.cost]));
  const name = lots.find((lot) => lot.name !== undefined)?.name;
  return {
    ticker: first.row.ticker,
    ...(name === undefined ? {} : { name }),
    sector: first.sector,
    shares,
    price: first.row.price,
    ...(costs.length === lots.length ? { cost: sumCents(costs) } : {}),
    place: first.row.place,
  };
};

const lotIssues = (holding: Holding, lots: readonly Lot[]): Issue[] => {
  const second = lots[1];
  if (!second) return [];
  const detail = {
    rows: lots.map((lot) => placeText(lot.row.place)),
    shares: sharesText(holding.shares),
  };
  const unlike = differing(lots);
  return unlike.length > 0 ? unlike : [issueAt('duplicate-ticker', 'note', second.row.place, detail, holding.ticker)];
};

/** Adds up the rows of each ticker, in order of ticker, and says so. */
export const mergeLots = (
  lots: readonly Lot[],
): { readonly holdings: readonly Holding[]; readonly issues: readonly Issue[] } => {
  const byTicker = new Map<Ticker, Lot[]>();
  for (const lot of lots) {
    const own = byTicker.get(lot.row.ticker);
    if (own === undefined) byTicker.set(lot.row.ticker, [lot]);
    else own.push(lot);
  }
  const sorted = [...byTicker].sort(([a], [b]) => compareText(a, b));
  const merged = sorted.flatMap(([, own]) => (own[0] ? [{ own, holding: holdingOf(own, own[0]) }] : []));
  return {
    holdings: merged.map(({ holding }) => holding),
    issues: merged.flatMap(({ own, holding }) => lotIssues(holding, own)),
  };
};
