// The plan of base-plan.ts in other words and other shapes, each of which means exactly the same.
import { BASE, documentOf, HEADER, plainStep, ROWS, RULE, STEPS, SUMS, type Step } from './base-plan.ts';

const under = (heading: string, lines: readonly string[]): string => documentOf([heading, '', ...lines]);
const plan = (write: (step: Step, index: number) => string): string => under('## ACTION PLAN', STEPS.map(write));

const OTHER_VERBS: Readonly<Record<string, string>> = {
  Reduce: 'Trim',
  Increase: 'Boost',
  Exit: 'Sell all of',
  Hold: 'Maintain',
};
const otherVerb = ({ verb }: Step): string => OTHER_VERBS[verb] ?? verb;

const withArrow =
  (arrow: string) =>
  ({ verb, subject, from, to }: Step): string =>
    to === undefined ? `- ${verb} ${subject}` : `- ${verb} ${subject}: ${from ?? ''}%${arrow}${to}%`;

const tableRow = ({ verb, subject, from, to }: Step): string =>
  `| ${subject} | ${to === undefined ? '—' : `${from ?? ''}%`} | ${to === undefined ? (verb === 'Exit' ? '0%' : '—') : `${to}%`} | **${verb.toUpperCase()}** |`;
const TABLE = ['| Position | Current % | Target % | Action |', '|:---|---:|---:|:---:|', ...STEPS.map(tableRow)];

const bolded = ({ verb, subject, from, to }: Step): string =>
  to === undefined ? `- **${verb}** ${subject}` : `- **${verb} ${subject}** from **${from ?? ''}%** to **${to}%**`;

const subjectFirst = ({ verb, subject, from, to }: Step): string =>
  to === undefined ? `- **${subject}**: ${verb}` : `- **${subject}**: ${verb} from ${from ?? ''}% to ${to}%`;

const bullets = STEPS.map((step) => `- ${plainStep(step)}`);
const reordered = [...ROWS].reverse();

const columnsMoved = (row: string): string => {
  const [ticker = '', sector = '', shares = '', price = '', value = ''] = row.split('|').slice(1, 6);
  return `|${value}|${ticker}|${price}|${sector}|${shares}|`;
};

const EMOJI = ['🔴', '🟢', '✂️', '🚪', '⏸️'];

/** Every form by its name. */
export const FORMS: Readonly<Record<string, string>> = {
  'a heading one level down': under('### ACTION PLAN', bullets),
  'a heading six levels down': under('###### Action Plan', bullets),
  'a heading in other words': under('## Suggested rebalancing', bullets),
  'a numbered heading': under('## 3.1 Recommended Actions', bullets),
  'a heading with an emoji': under('## 🎯 Action Plan', bullets),
  'an underlined heading': documentOf(['Action Plan', '-----------', '', ...bullets]),
  'a bold line for a heading': documentOf(['**Action Plan:**', '', ...bullets]),
  'stars for bullets': plan((step) => `* ${plainStep(step)}`),
  'plus signs for bullets': plan((step) => `+ ${plainStep(step)}`),
  numbers: plan((step, index) => `${index + 1}. ${plainStep(step)}`),
  'numbers in brackets': plan((step, index) => `${index + 1}) ${plainStep(step)}`),
  'a checklist': plan((step) => `- [ ] ${plainStep(step)}`),
  'lines without bullets': under(
    '## ACTION PLAN',
    STEPS.flatMap((step) => [plainStep(step), '']),
  ),
  'a table': under('## Current vs Target Allocations', TABLE),
  'a table without outer bars': under(
    '## ACTION PLAN',
    TABLE.map((row) => row.slice(2, -2)),
  ),
  'a fenced block': under('## ACTION PLAN', ['```', ...STEPS.map(plainStep), '```']),
  'a fenced block with its language': under('## ACTION PLAN', ['~~~text', ...STEPS.map(plainStep), '~~~']),
  'a quotation': under(
    '## ACTION PLAN',
    bullets.map((line) => `> ${line}`),
  ),
  'bold words': plan(bolded),
  'italic words': plan((step) => `- *${plainStep(step)}*`),
  'the subject first': plan(subjectFirst),
  'other verbs': plan((step) => `- ${plainStep({ ...step, verb: otherVerb(step) })}`),
  'verbs in capitals': plan((step) => `- ${plainStep({ ...step, verb: step.verb.toUpperCase() })}`),
  arrows: plan(withArrow(' → ')),
  'arrows of a keyboard': plan(withArrow(' -> ')),
  'double arrows without spaces': plan(withArrow('⇒')),
  'arrows with an en dash': plan(withArrow(' –> ')),
  'spaces that do not break': plan((step) => `- ${plainStep(step).replaceAll(' ', '\u00a0')}`),
  'many spaces': plan((step) => `-   ${plainStep(step).replaceAll(' ', '   ')}  `),
  'spaces before the percent sign': plan((step) => `- ${plainStep(step).replaceAll('%', ' %')}`),
  'percent in words': plan((step) => `- ${plainStep(step).replaceAll('%', ' percent')}`),
  'more decimals': plan((step) => `- ${plainStep(step).replaceAll('%', '.00%')}`),
  'an emoji in front': plan((step, index) => `- ${EMOJI[index] ?? ''} ${plainStep(step)}`),
  'numbered steps': plan((step, index) => `- **Step ${index + 1}:** ${plainStep(step)}`),
  'ends of lines as on Windows': BASE.replaceAll('\n', '\r\n'),
  'a byte order mark': `\ufeff${BASE}`,
  'rows of the holdings in another order': documentOf(
    ['## ACTION PLAN', '', ...bullets],
    [HEADER, RULE, ...SUMS.slice(0, 1), ...reordered, ...SUMS.slice(1)],
  ),
  'columns of the holdings in another order': documentOf(
    ['## ACTION PLAN', '', ...bullets],
    [HEADER, RULE, ...ROWS, ...SUMS].map(columnsMoved),
  ),
  'the instructions in another order': under('## ACTION PLAN', [...bullets].reverse()),
  'said again as a table': under('## ACTION PLAN', [...bullets, '', '### Summary', '', ...TABLE]),
  'said three times': under('## ACTION PLAN', [...bullets, '', ...TABLE, '', '```', ...STEPS.map(plainStep), '```']),
  'said again before': documentOf(['## Summary', '', ...bullets, '', '## ACTION PLAN', '', ...bullets]),
  'signs that stand for letters': plan((step) => `- ${plainStep(step).replaceAll('%', '&#37;')}`),
  'amounts without dollar signs': BASE.replaceAll('$', ''),
  'the sectors of the plan by other names': BASE.replace('Reduce Materials', 'Reduce Basic Materials').replace(
    'Increase Technology',
    'Increase Information Technology',
  ),
  'the plan above the holdings': [
    '# Portfolio',
    '',
    '## ACTION PLAN',
    '',
    ...bullets,
    '',
    '**As of:** 2026-01-08',
    '',
    '## Holdings',
    '',
    HEADER,
    RULE,
    ...ROWS,
    ...SUMS,
    '',
  ].join('\n'),
};
