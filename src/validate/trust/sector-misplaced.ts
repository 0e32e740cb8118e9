import { percentText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { sectorName } from '../../model/sector.ts';
import { misplaced } from '../misplaced.ts';
import type { TrustCheck } from '../trust-check.ts';

/** Each holding stands under its own sector. Where one row explains two wrong weights, that row is told, not the weights. */
export const sectorMisplaced: TrustCheck = (statements, trust) => {
  const found = misplaced(statements, trust);
  if (found === undefined) return [];
  const { ticker, sector, place } = found.holding;
  const { spelling } = statements.portfolio;
  const issue: Issue = {
    code: 'sector-misplaced',
    level: found.level === 'block' ? 'block' : 'approve',
    place,
    subject: ticker,
    detail: {
      ticker,
      sector: sectorName(sector, spelling),
      other: sectorName(found.own, spelling),
      stated: percentText(found.stated),
    },
  };
  return [issue];
};
