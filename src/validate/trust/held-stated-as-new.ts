import { percentText, sharesText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { placeText } from '../../model/place.ts';
import { pctRatio } from '../../model/ratio.ts';
import { gravity } from '../gravity.ts';
import { heldAsNew } from '../held-as-new.ts';
import type { TrustCheck } from '../trust-check.ts';

/** What an instruction buys as a new position is not held yet: else the analyst has forgotten what the account holds. */
export const heldStatedAsNew: TrustCheck = ({ portfolio, directives }, trust) =>
  directives.flatMap((resolved): readonly Issue[] => {
    const { directive, subject, current, target } = resolved;
    const held = heldAsNew(resolved, portfolio);
    if (held === undefined) return [];
    const fromZero = directive.from?.value === 0n;
    const far = directive.from !== undefined && gravity(pctRatio(directive.from.value), current, trust) === 'block';
    return [
      {
        code: 'held-stated-as-new',
        level: far ? 'block' : 'approve',
        place: directive.from?.place ?? directive.place,
        subject,
        detail: {
          ticker: subject,
          text: directive.text,
          from_zero: fromZero,
          shares: sharesText(held.shares),
          current: percentText(current),
          target: percentText(target),
          held_place: placeText(held.place),
        },
      },
    ];
  });
