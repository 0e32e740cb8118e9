import type { ResolvedDirective } from '../model/directive.ts';
import type { Ratio } from '../model/ratio.ts';
import { limitText, pctText } from './format.ts';

/** Whether the document itself states the target; else it was computed from shares, a part, or what is held. */
const isStated = ({ directive }: ResolvedDirective): boolean =>
  directive.kind === 'ticker' ? directive.aim.kind === 'weight' : directive.target !== undefined;

/** A target beside a figure: as it is written where the document states it, else rounded like any computed figure. */
export const targetText = (resolved: ResolvedDirective | undefined, target: Ratio, beside: Ratio): string =>
  resolved !== undefined && !isStated(resolved)
    ? pctText(target, { decimals: 2, limit: beside })
    : limitText(target, beside);
