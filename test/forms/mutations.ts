// Changes of form, not of meaning, made at random: what a model, an editor or a mail program does to a document on its way.
import type { Chances } from '../faults/chances.ts';

/** One change; the same text where it finds nothing to change. */
export type Mutation = (text: string, chances: Chances) => string;

type LineChange = (line: string, chances: Chances) => string;

const isBullet = (line: string): boolean => line.startsWith('- ');
const isRow = (line: string): boolean => line.startsWith('|');
const isRule = (line: string): boolean => /^\|[-:|\s]+\|$/.test(line);
const isHeading = (line: string): boolean => line.startsWith('#');
const isText = (line: string): boolean => line !== '' && !isRule(line);
const isInstruction = (line: string): boolean => isBullet(line) || /^(?:Reduce|Increase|Exit|Hold) /.test(line);

/** A change of one of the lines that have a shape. */
const inOne =
  (shape: (line: string) => boolean, change: LineChange): Mutation =>
  (text, chances) => {
    const lines = text.split('\n');
    const at = chances.any(lines.flatMap((line, index) => (shape(line) ? [index] : [])));
    return at === undefined
      ? text
      : lines.map((line, index) => (index === at ? change(line, chances) : line)).join('\n');
  };

const inAll =
  (shape: (line: string) => boolean, change: LineChange): Mutation =>
  (text, chances) =>
    text
      .split('\n')
      .map((line) => (shape(line) ? change(line, chances) : line))
      .join('\n');

/** The n-th of the places of a pattern, replaced by one of some texts. */
const replaced =
  (pattern: RegExp, ...to: readonly string[]): Mutation =>
  (text, chances) => {
    const found = [...text.matchAll(pattern)];
    const match = chances.any(found);
    if (match === undefined) return text;
    return text.slice(0, match.index) + chances.one(to) + text.slice(match.index + match[0].length);
  };

const everywhere =
  (pattern: RegExp, ...to: readonly string[]): Mutation =>
  (text, chances) =>
    text.replace(pattern, chances.one(to));

const VERB = /\b(?:Reduce|Increase|Exit|Hold)\b/gi;
const WORD = /\b[A-Za-z]{3,}\b/g;
const aroundWord =
  (...marks: readonly string[]): Mutation =>
  (text, chances) => {
    const match = chances.any([...text.matchAll(WORD)]);
    const mark = chances.one(marks);
    if (match === undefined) return text;
    return `${text.slice(0, match.index)}${mark}${match[0]}${mark}${text.slice(match.index + match[0].length)}`;
  };

/** The lines of a shape, each in the place of another. */
const shuffled =
  (shape: (line: string) => boolean): Mutation =>
  (text, chances) => {
    const lines = text.split('\n');
    const at = lines.flatMap((line, index) => (shape(line) ? [index] : []));
    const order = chances.shuffled(at);
    return lines.map((line, index) => lines[order[at.indexOf(index)] ?? index] ?? line).join('\n');
  };

const saidAgain: Mutation = (text, chances) => {
  const lines = text.split('\n');
  const line = chances.any(lines.filter(isInstruction));
  return line === undefined ? text : [...lines, line, ''].join('\n');
};

/** All mutations, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'another bullet': inOne(isBullet, (line, { one }) =>
    line.replace(/^- /, one(['* ', '+ ', '-   ', ' - ', '  - ', '• ', '– ', '-\t'])),
  ),
  'other bullets': inAll(isBullet, (line) => line.replace('- ', '* ')),
  'a number': inOne(isBullet, (line, { below }) => line.replace(/^- /, `${below(9) + 1}. `)),
  numbers: inAll(isBullet, (line) => line.replace(/^- /, '1. ')),
  'a box': inOne(isBullet, (line) => line.replace(/^- /, '- [ ] ')),
  'no bullet': inOne(isBullet, (line) => line.slice(2)),
  'a quotation': inOne(isText, (line) => `> ${line}`),
  'an indented line': inOne(isText, (line, { one }) => `${one([' ', '  ', '   ', '    ', '\t'])}${line}`),
  'spaces at the end': inOne(isText, (line, { one }) => `${line}${one([' ', '  ', '\t', '\\'])}`),
  'an empty line': inOne(isText, (line) => `${line}\n`),
  'an empty line fewer': replaced(/\n\n/g, '\n'),
  'another heading level': inOne(isHeading, (line, { below }) => line.replace(/^#+/, '#'.repeat(below(6) + 1))),
  'other heading words': replaced(
    /ACTION PLAN/g,
    'Action plan',
    'Action Plan:',
    'Recommended trades',
    'Rebalancing',
    '🎯 ACTION PLAN',
    '3. Action Plan',
    'Plan of action',
    'Next steps',
    'What to do',
  ),
  'a closed heading': inOne(isHeading, (line) => `${line} ##`),
  bold: aroundWord('**', '__'),
  italic: aroundWord('*', '_'),
  code: aroundWord('`'),
  quoted: aroundWord('"', "'"),
  'a link': (text, chances) =>
    replaced(/\b(?:Materials|Technology|XOM|JNJ|MSFT)\b/g, '[$&](https://example.com)')(text, chances).replace(
      '$&',
      'XOM',
    ),
  capitals: (text) => text.replace(VERB, (verb) => verb.toUpperCase()),
  'small letters': (text) => text.replace(VERB, (verb) => verb.toLowerCase()),
  'another space': replaced(/ /g, '\u00a0', '  ', '\u2009', '\u202f', '\u3000', '\t'),
  'all spaces': everywhere(/(?<=\S) (?=\S)/g, '\u00a0', '  '),
  'something invisible': replaced(
    /(?<=[A-Za-z0-9])(?=[A-Za-z0-9%])/g,
    '\u200b',
    '\u00ad',
    '\u200d',
    '\ufeff',
    '\u2060',
  ),
  'another percent sign': replaced(/%/g, ' %', '\u00a0%', '％', '﹪', ' percent', '&#37;', ' pct', '٪'),
  'another dollar sign': replaced(/\$/g, '', 'US$', 'USD ', '＄', '$ '),
  'another minus': replaced(/[—-]/g, '\u2212', '\u2011', '–', '—', '-'),
  'more decimals': replaced(/(?<=\d)(?=%)/g, '.0', '.00', '.000000'),
  'zeros behind': inOne(isInstruction, (line) => line.replace(/%/g, '.00%')),
  'no thousands': replaced(/(?<=\d),(?=\d{3})/g, '', '\u202f', "'", '_', ' '),
  'an arrow': inOne(isInstruction, (line, { one }) =>
    line.replace(/ from ([\d.]+)% to /, one([': $1% → ', ' $1% -> ', ': $1%⇒', ' ($1%) → ', ' $1% ➜ '])),
  ),
  'no start': inOne(isInstruction, (line) => line.replace(/ from [\d.]+%/, '')),
  'an end of sentence': inOne(isInstruction, (line, { one }) => `${line}${one(['.', ';', ',', '!', ' …'])}`),
  'a remark behind': inOne(
    isInstruction,
    (line, { one }) => `${line}${one([' (priority 1)', ' – as agreed', ' for balance', ' now', ' [1]', ' ✅'])}`,
  ),
  'an emoji in front': inOne(isText, (line, { one }) =>
    line.replace(/^(\W*)/, `$1${one(['🔴 ', '✅ ', '⚠️ ', '1️⃣ ', '➡️ '])}`),
  ),
  'a lead': inOne(isBullet, (line, { one }) =>
    line.replace(
      /^- /,
      one(['- Step 1: ', '- Action: ', '- (a) ', '- a) ', '- P1 ', '- To do: ', '- First, ', '- Please ']),
    ),
  ),
  Windows: (text) => text.replaceAll('\n', '\r\n'),
  'an old Macintosh': (text) => text.replaceAll('\n', '\r'),
  'mixed ends of lines': replaced(/\n/g, '\r\n', '\r', '\u2028', '\u0085', '\n\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'rows in another order': shuffled((line) => /^\| [A-Z]{1,5} \|/.test(line)),
  'instructions in another order': shuffled(isInstruction),
  'said again': saidAgain,
  'wider cells': inOne(isRow, (line) => line.replaceAll('|', ' | ').trim()),
  'narrow cells': inOne(isRow, (line) => line.replace(/ *\| */g, '|')),
  'bold cells': inOne(
    (line) => isRow(line) && !isRule(line),
    (line) => line.replace(/\| ([^|]+?) (?=\|)/, '| **$1** '),
  ),
  'no bars at the ends': inAll(isRow, (line) => line.replace(/^\| ?| ?\|$/g, '')),
  'another alignment': inOne(isRule, (line, { one }) => line.replace(/-+/g, one(['-', ':-:', '-----', ':---']))),
  'an escape': replaced(/(?<=[A-Za-z0-9])(?=[%.,])/g, '\\'),
  'a comment': inOne(isText, (line, { one }) => one([`<!-- note -->\n${line}`, `${line} <!-- ok -->`, `${line}<br>`])),
  'a rule': inOne(isText, (line, { one }) => one([`${line}\n\n---\n`, `---\n\n${line}`, `***\n${line}`])),
  'a fence': inOne(isInstruction, (line) => `\`\`\`\n${line}\n\`\`\``),
  'a folded line': replaced(/(?<=[a-z]) (?=from|to)/g, '\n  ', '\n'),
  'joined lines': replaced(/\n(?=- )/g, ' '),
  'a foreword': (text, chances) =>
    `${chances.one(['Here is the plan:', '```markdown', 'Sure!', '---\ntitle: x\n---', 'Subject: plan'])}\n\n${text}`,
  'smart quotes': replaced(/[-'"]/g, '’', '“', '”'),
};
