import { weight } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Step } from '../model/rehearsal.ts';
import { sectorName } from '../model/sector.ts';
import { findingLimit } from './finding-limit.ts';
import { dollarsNumber, pctNumber, priceNumber, sharesNumber, statedPctNumber } from './json-number.ts';
import type { TradeDocument } from './plan-document.ts';
import { whyWords } from './why-words.ts';

const tradeDocument = ({ trade, cash, total }: Step, index: number, from: Recommendation): TradeDocument => {
  const { side, ticker, sector, shares, price, value, fees, conviction, gain, directive } = trade;
  return {
    seq: index + 1,
    action: side,
    ticker,
    sector: sectorName(sector, from.spelling),
    shares: sharesNumber(shares),
    price: priceNumber(price),
    value: dollarsNumber(value),
    fees: dollarsNumber(fees),
    cash_after: dollarsNumber(cash),
    cash_after_pct: pctNumber(weight(cash, total), findingLimit(from.findings, 'cash_throughout', String(index + 1))),
    ...(conviction === undefined ? {} : { conviction: statedPctNumber(conviction) }),
    ...(gain === undefined ? {} : { gain_pct: pctNumber(gain) }),
    ...(directive === undefined ? {} : { directive }),
    why: whyWords(trade),
  };
};

/** The orders in the order of typing, with the cash after each. */
export const tradeDocuments = (recommendation: Recommendation): readonly TradeDocument[] =>
  recommendation.rehearsal.steps.map((step, index) => tradeDocument(step, index, recommendation));
