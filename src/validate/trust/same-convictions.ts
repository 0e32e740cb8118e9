import { percentText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { HUNDRED_PCT } from '../../model/units.ts';
import type { TrustCheck } from '../trust-check.ts';

/** From this many equal convictions on, the figure cannot have been thought about. */
const TELLING = 3;

/** Convictions that are all the same say nothing: they neither rank the picks nor share out the money. */
export const sameConvictions: TrustCheck = ({ market }) => {
  const picks = (market?.picks ?? []).filter(({ conviction }) => conviction !== undefined);
  const [first] = picks;
  if (market === undefined || first?.conviction === undefined || picks.length < TELLING) return [];
  if (picks.some(({ conviction }) => conviction !== first.conviction)) return [];
  const issue: Issue = {
    code: 'convictions-all-same',
    level: 'note',
    place: first.place,
    detail: {
      count: picks.length,
      conviction: percentText({ num: first.conviction, den: HUNDRED_PCT }).replace('%', ''),
      file: market.file,
    },
  };
  return [issue];
};
