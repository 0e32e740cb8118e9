import type { Finding } from '../model/finding.ts';
import { weight } from '../model/ratio.ts';
import type { State } from '../model/rehearsal.ts';
import { sectorName, type Spelling } from '../model/sector.ts';
import { compareText } from '../model/order.ts';
import { findingLimit } from './finding-limit.ts';
import { dollarsNumber, pctNumber, priceNumber, sharesNumber } from './json-number.ts';
import type { StateDocument } from './plan-document.ts';

/** The account at one moment for plan.json: sectors by name, positions by ticker. */
export const stateDocument = (state: State, findings: readonly Finding[], spelling: Spelling): StateDocument => ({
  total_value: dollarsNumber(state.total),
  cash: dollarsNumber(state.cash),
  cash_pct: pctNumber(weight(state.cash, state.total), findingLimit(findings, 'cash_minimum', 'Cash')),
  sectors: [...state.sectors]
    .sort(([a], [b]) => compareText(a, b))
    .map(([sector, value]) => ({
      sector: sectorName(sector, spelling),
      value: dollarsNumber(value),
      pct: pctNumber(weight(value, state.total), findingLimit(findings, 'sector_cap', sector)),
    })),
  positions: [...state.positions.values()].map(({ ticker, sector, shares, price, value, gain }) => ({
    ticker,
    sector: sectorName(sector, spelling),
    shares: sharesNumber(shares),
    price: priceNumber(price),
    value: dollarsNumber(value),
    pct: pctNumber(weight(value, state.total), findingLimit(findings, 'position_limit', ticker)),
    ...(gain === undefined ? {} : { gain_pct: pctNumber(gain) }),
  })),
});
