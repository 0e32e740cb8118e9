import { describe, expect, it } from 'vitest';
import { declinedByTitle } from '../../src/parse/declined-by-title.ts';
import { outlineOf } from '../../src/parse/outline-of.ts';

const reasonUnder = (title: string): string | undefined => {
  const section = outlineOf(`# Report\n\n## Action plan\n\n### ${title}\n\n- Exit NEM\n`, 'P.md').sections.at(-1);
  return section && declinedByTitle(section);
};

describe('a heading over instructions', () => {
  it.each([
    ['If gold falls under $3,000', 'condition'],
    ['Alternative scenario', 'condition'],
    ['Bear case', 'condition'],
    ['Optional trades', 'condition'],
    ['2. Not recommended', 'negated'],
    ['Rejected recommendations', 'negated'],
    ['Trades not yet executed', 'negated'],
    ['Executed trades', 'in-the-past'],
    ['Previous recommendations', 'in-the-past'],
    ['Last week’s trades', 'in-the-past'],
    ['Trades to be executed', undefined],
    ['Changes since last week', undefined],
    ['Changes from the previous plan', undefined],
    ['Base case', undefined],
    ['Sells', undefined],
  ])('%s', (title, reason) => {
    expect(reasonUnder(title)).toBe(reason);
  });

  it('counts for the sections under it, and the title of the document does not', () => {
    const { sections } = outlineOf('# Executed trades\n\n## If gold falls\n\n### Sells\n\n## Buys\n', 'P.md');
    expect(sections.filter(({ depth }) => depth > 0).map(declinedByTitle)).toEqual([
      undefined,
      'condition',
      'condition',
      undefined,
    ]);
  });
});
