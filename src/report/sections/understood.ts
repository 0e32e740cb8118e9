import type { AccountedLine, LineClass, ResolvedDirective } from '../../model/directive.ts';
import { comparePlaces } from '../../model/place.ts';
import { pctRatio } from '../../model/ratio.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { markdownText } from '../escape.ts';
import { changeText, limitText, pctText } from '../format.ts';
import { say } from '../say.ts';

const directiveView = ({ directive, subject, action, current, target, change }: ResolvedDirective) => ({
  line: directive.place.line,
  text: markdownText(directive.text),
  subject: markdownText(subject),
  action,
  stated: directive.from === undefined ? '' : limitText(pctRatio(directive.from.value), current),
  current: pctText(current, { decimals: 2, limit: target }),
  target: limitText(target, current),
  change: changeText(change),
});

const lineView = ({ place, text, class: lineClass, reason }: AccountedLine) => ({
  line: place.line,
  text: markdownText(text),
  class: say('report/line-class', { [lineClass]: true }),
  reason: reason === undefined ? '' : markdownText(say(`phrases/line-${reason}`, {})),
});

const OPEN: ReadonlySet<LineClass> = new Set(['conflict', 'conditional', 'ambiguous', 'unsupported']);

/** What was understood of the instructions, and what was not: every line that looks like one is here once. */
export const understood = ({ directives, accounting }: Recommendation): object | undefined => {
  if (directives.length === 0 && accounting.length === 0) return undefined;
  const rest = accounting.filter((line) => line.class !== 'directive');
  const open = rest.filter((line) => OPEN.has(line.class));
  const closed = rest.filter((line) => !OPEN.has(line.class));
  return {
    directives: [...directives].sort((a, b) => comparePlaces(a.directive.place, b.directive.place)).map(directiveView),
    candidates: accounting.length,
    several: accounting.length !== 1,
    understood: accounting.length - rest.length,
    open: open.map(lineView),
    closed: closed.map(lineView),
  };
};
