import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mayBeDoubtful } from '../../src/parse/doubtful-words.ts';
import { screenLine } from '../../src/parse/screen-line.ts';

const source = readFileSync(path.join(import.meta.dirname, '../../src/parse/screen-line.ts'), 'utf8');
/** The rules themselves, as they stand in the file: without the search that decides whether they are looked at. */
const rules = [...source.matchAll(/^ {0,2}(?:const [A-Z_]+ =\s*)?\/(.+)\/i;$/gm)].map(
  ([, rule = '']) => new RegExp(rule, 'i'),
);
const letters = [...new Set(source.match(/[A-Za-z0-9]+/g) ?? [])];

it('finds the seven rules', () => {
  expect(rules).toHaveLength(7);
});

it('lets every rule look at every line that it may be about', () => {
  const word = fc.oneof(fc.constantFrom(...letters), fc.constantFrom(...letters.map((each) => `${each}s`)));
  const glue = fc.constantFrom(' ', ' ', ' ', '-', '_', "'", '’', ', ', '', '.');
  const text = fc.array(fc.tuple(word, glue), { minLength: 1, maxLength: 6 }).map((all) => all.flat().join(''));
  fc.assert(
    fc.property(text, (line) => {
      if (rules.some((rule) => rule.test(line))) expect([line, mayBeDoubtful(line)]).toEqual([line, true]);
    }),
    { numRuns: 20_000 },
  );
});

it.each([
  'If', 'unless', 'otherwise', 'else', 'when', 'whenever', 'once', 'until', 'till', 'provided', 'assuming', 'in case',
  'in the event', 'depends', 'depending', 'contingent', 'pending', 'subject to', 'as long as', 'upon', 'after', 'before',
  'only', 'Should', 'BUY TO OPEN', 'sell_to_close', 'puts', 'call', 'options', 'spread', 'straddles', 'strangle', 'collars',
  'strike', 'LEAPS', '0DTE', 'condor', 'futures', 'swap', 'cover', 'sell short', 'short position', 'shorts', 'do not',
  'don’t', 'does not', 'doesn’t', 'cannot', 'can’t', 'must not', 'never', 'avoid', 'without', 'instead of', 'rather than',
  'except', 'excluding', 'stop', 'cancel', 'refrain', 'halt', 'pause', 'postpone', 'defer', 'delay', 'no longer', 'stop-loss',
  'stoploss', 'trailing', 'limit order', 'take profit', 'GTC', 'bracket', 'over the next two weeks', 'gradually', 'tranches',
  'in two steps', 'phased', 'phase in', 'staged', 'dollar-cost', 'DCA', 'by year-end', 'by Q3', 'per week', 'monthly',
  'consider', 'optional', 'may', 'might', 'could', 'maybe', 'perhaps', 'possibly', 'potentially', 'opportunistically',
  'discretionary', 'explore', 'evaluate', 'look to', 'would', 'or', 'either', '[SYMBOL]', '{{price}}', '$X,XXX', '<TICKER>',
])('“%s” makes a line doubtful', (words) => {
  expect(screenLine(words)).toBeDefined();
}); // prettier-ignore
