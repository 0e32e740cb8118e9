import { percentText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { pctRatio } from '../../model/ratio.ts';
import { gravity } from '../gravity.ts';
import { isMet } from '../is-met.ts';
import type { TrustCheck } from '../trust-check.ts';

/** A directive that starts elsewhere and has its target already was carried out: nothing of it is left to do. */
export const alreadyMet: TrustCheck = (statements, trust) =>
  statements.directives.flatMap((resolved): readonly Issue[] => {
    const { directive, subject, current, target } = resolved;
    if (directive.from === undefined || !isMet(resolved, statements, trust)) return [];
    if (gravity(pctRatio(directive.from.value), current, trust) === undefined) return [];
    const detail = {
      subject,
      stated: percentText(pctRatio(directive.from.value)),
      current: percentText(current),
      target: percentText(target),
    };
    return [{ code: 'already-met', level: 'note', place: directive.place, subject, detail }];
  });
