import type { Finding, Measure } from '../model/finding.ts';
import type { Detail } from '../model/issue.ts';
import type { Ratio } from '../model/ratio.ts';
import type { Spelling } from '../model/sector.ts';
import { absCents, HUNDRED_PCT, readDecimal, SCALE, type Cents } from '../model/units.ts';
import { findingSubject } from './finding-subject.ts';
import { dollarText } from '../model/figures.ts';
import { limitText, measureText } from './format.ts';
import { isBreach } from './is-breach.ts';
import { say } from './say.ts';
import { templateName } from './template-name.ts';

const limitWords = (limit: Measure, after: Measure): string => {
  if (limit.unit === 'usd' || limit.unit === 'flag') return measureText(limit);
  const against = after.unit === 'pct' || after.unit === 'points' ? after.value : limit.value;
  return limit.unit === 'pct' ? limitText(limit.value, against) : limitText(limit.value, against, ' points');
};

const negated = (measure: Measure): Measure => {
  if (measure.unit === 'flag') return measure;
  if (measure.unit === 'usd') return { unit: 'usd', value: -measure.value as Cents };
  return { unit: measure.unit, value: { num: -measure.value.num, den: measure.value.den } };
};

const nothing: Measure = { unit: 'points', value: { num: 0n, den: 1n } };
const asPoints = (slack: Measure): Measure => (slack.unit === 'pct' ? { unit: 'points', value: slack.value } : slack);

/** The room that is left to a limit as words: `3.20 points`; without its sign. */
const distanceWords = (slack: Measure): string =>
  measureText(asPoints(isBreach({ slack }) ? negated(slack) : slack), nothing);

/** One true flag for each plain word among the values (`scope_buy`), because templates cannot compare. */
const flags = (detail: Detail): Detail =>
  Object.fromEntries(
    Object.entries(detail)
      .filter(([, value]) => typeof value === 'string' && /^[A-Za-z]{1,12}$/u.test(value))
      .map(([key, value]) => [`${key}_${String(value)}`, true]),
  );

/** The level of a warning that a constraint has besides its limit. */
const warningOf = ({ detail }: Finding): Ratio | undefined => {
  const stated = detail?.['warning'];
  const parts = stated === undefined ? undefined : readDecimal(String(stated), SCALE.pct);
  return parts === undefined ? undefined : { num: parts, den: HUNDRED_PCT };
};

/** What was measured, before and after, and its limit, as text. */
export const findingFigures = (finding: Finding): Readonly<Record<'before' | 'after' | 'limit', string>> => {
  const { limit, before, after } = finding;
  return {
    before: measureText(before, limit),
    after: measureText(after, limit, warningOf(finding)),
    limit: limitWords(limit, after),
  };
};

/** Every figure of a finding as text, by the names that templates/phrases/finding-<constraint>.hbs use. */
const findingDetail = (finding: Finding, spelling: Spelling): Detail => {
  const { limit, before, after, slack, slackUsd, level, origin, detail = {} } = finding;
  return {
    ...detail,
    ...flags(detail),
    subject: findingSubject(finding, spelling),
    ...findingFigures(finding),
    unchanged: after.unit === before.unit && measureText(after, limit) === measureText(before, limit),
    slack: distanceWords(slack),
    slack_usd: slackUsd === undefined ? '' : dollarText(absCents(slackUsd)),
    breach: isBreach(finding),
    level,
    [`level_${level}`]: true,
    origin: say('report/origin', { [origin]: true }),
    [`origin_${origin}`]: true,
  };
};

/** A finding as one sentence of plain text. */
export const findingWords = (finding: Finding, spelling: Spelling): string =>
  say(`phrases/finding-${templateName(finding.constraint)}`, findingDetail(finding, spelling));
