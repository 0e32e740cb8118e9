import type { AccountedLine, LineClass, ResolvedDirective } from '../model/directive.ts';
import { comparePlaces } from '../model/place.ts';
import { pctRatio } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { changeText, limitText, pctText } from './format.ts';
import { contradicted } from './contradicted.ts';
import { say } from './say.ts';
import { targetText } from './target-text.ts';

const directiveView = (resolved: ResolvedDirective) => {
  const { directive, subject, action, current, target, change } = resolved;
  return {
    line: directive.place.line,
    text: directive.text,
    subject,
    action: say('report/action', { action, cash: directive.kind === 'cash' }),
    stated: directive.from === undefined ? '' : limitText(pctRatio(directive.from.value), current),
    current: pctText(current, { decimals: 2, limit: target }),
    target: targetText(resolved, target, current),
    change: changeText(change),
  };
};

/** Reasons that say no more than the class of the line. */
const REPEATS: ReadonlySet<string> = new Set(['condition', 'directive-conflict', 'restated']);

const lineView = ({ place, text, class: lineClass, reason }: AccountedLine) => ({
  line: place.line,
  text,
  class: say('report/line-class', { [lineClass]: true }),
  reason: reason === undefined || REPEATS.has(reason) ? '' : say(`phrases/line-${reason}`, {}),
});

const OPEN: ReadonlySet<LineClass> = new Set(['conflict', 'conditional', 'ambiguous', 'unsupported']);

/** What was understood of the instructions, and what was not: every line that looks like one is here once. */
export const understoodView = ({ directives, accounting, issues }: Recommendation): object | undefined => {
  if (directives.length === 0 && accounting.length === 0) return undefined;
  const isContradicted = contradicted(issues);
  const lines = accounting.map((line): AccountedLine =>
    line.class === 'directive' && isContradicted(line.place) ? { ...line, class: 'conflict' } : line,
  );
  const rest = lines.filter((line) => line.class !== 'directive');
  const agreed = directives.filter(({ directive }) => !isContradicted(directive.place));
  const open = rest.filter((line) => OPEN.has(line.class));
  const closed = rest.filter((line) => !OPEN.has(line.class));
  return {
    directives: agreed.sort((a, b) => comparePlaces(a.directive.place, b.directive.place)).map(directiveView),
    candidates: accounting.length,
    several: accounting.length !== 1,
    understood: accounting.length - rest.length,
    open: open.map(lineView),
    closed: closed.map(lineView),
  };
};
