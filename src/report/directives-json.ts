import type { ResolvedDirective } from '../model/directive.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { dollarsNumber, pctNumber, statedPctNumber } from './json-number.ts';
import type { AimDocument, DirectiveDocument, PlanDocument } from './plan-document.ts';

const directiveDocument = ({
  directive,
  subject,
  action,
  current,
  target,
  change,
}: ResolvedDirective): DirectiveDocument => ({
  id: directive.id,
  kind: directive.kind,
  subject,
  action,
  ...(directive.from === undefined ? {} : { stated_pct: statedPctNumber(directive.from.value) }),
  current_pct: pctNumber(current),
  target_pct: pctNumber(target),
  change_value: dollarsNumber(change),
  source: { line: directive.place.line, column: directive.place.column, text: directive.text },
});

/** What the orders aim at instead of the instructions. */
export const aimDocuments = (aims: readonly ResolvedDirective[]): readonly AimDocument[] =>
  aims.map(({ directive, subject, action, current, target, change }) => ({
    id: directive.id,
    subject,
    action,
    current_pct: pctNumber(current),
    target_pct: pctNumber(target),
    change_value: dollarsNumber(change),
  }));

/** What was understood: the result of step 0. */
export const directiveDocuments = ({ directives }: Recommendation): readonly DirectiveDocument[] =>
  directives.map(directiveDocument);

/** What became of every line that looks like an instruction. */
export const accountingDocuments = ({ accounting }: Recommendation): PlanDocument['accounting'] =>
  accounting.map(({ place, text, class: lineClass, reason }) => ({
    line: place.line,
    column: place.column,
    text,
    class: lineClass,
    ...(reason === undefined ? {} : { reason }),
  }));
