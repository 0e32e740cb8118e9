import type { ResolvedDirective } from '../model/directive.ts';
import { compareRatios, pctRatio, type Ratio } from '../model/ratio.ts';
import type { Pct } from '../model/units.ts';
import { limitText, pctText } from './format.ts';

const statedTarget = ({ directive }: ResolvedDirective): Pct | undefined => {
  if (directive.kind !== 'ticker') return directive.target;
  return directive.aim.kind === 'weight' ? directive.aim.target : undefined;
};

/** Whether the document itself states the target; else it was computed from shares, a part, or another basis. */
const isStated = (resolved: ResolvedDirective): boolean => {
  const stated = statedTarget(resolved);
  return stated !== undefined && compareRatios(pctRatio(stated), resolved.target) === 0;
};

/** A target beside a figure: as it is written where the document states it, else rounded like any computed figure. */
export const targetText = (resolved: ResolvedDirective | undefined, target: Ratio, beside: Ratio): string =>
  resolved !== undefined && !isStated(resolved)
    ? pctText(target, { decimals: 2, limit: beside })
    : limitText(target, beside);
