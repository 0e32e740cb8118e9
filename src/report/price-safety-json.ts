import type { Endurance, Recommendation } from '../model/recommendation.ts';
import { findingSubject } from './finding-subject.ts';
import { priceNumber, statedPctNumber } from './json-number.ts';
import type { EnduranceDocument, PlanDocument } from './plan-document.ts';

const enduranceDocument = (
  { pct, first }: Endurance,
  { spelling }: Pick<Recommendation, 'spelling'>,
): EnduranceDocument => ({
  ...(pct === undefined ? {} : { pct: statedPctNumber(pct) }),
  ...(first === undefined ? {} : { first: { id: first.constraint, subject: findingSubject(first, spelling) } }),
});

/** How far prices may move, for all orders together and for each. */
export const priceSafety = (from: Recommendation): Pick<PlanDocument, 'price_safety'> => {
  const { adverseMove, priceRanges } = from;
  if (adverseMove === undefined) return {};
  const { both, sells, buys } = adverseMove;
  return {
    price_safety: {
      adverse_move: enduranceDocument(both, from),
      ...(sells === undefined ? {} : { sells_lower: enduranceDocument(sells, from) }),
      ...(buys === undefined ? {} : { buys_higher: enduranceDocument(buys, from) }),
      orders: priceRanges.map(({ lowest, highest }, index) => ({
        seq: index + 1,
        ...(lowest === undefined ? {} : { lowest: priceNumber(lowest) }),
        ...(highest === undefined ? {} : { highest: priceNumber(highest) }),
      })),
    },
  };
};
