import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../src/model/sector.ts';
import { tickerOf } from '../../src/model/ticker.ts';
import { outlineOf } from '../../src/parse/outline-of.ts';
import { readDirectives } from '../../src/parse/read-directives.ts';
import { readPortfolio } from '../../src/parse/read-portfolio.ts';

const known = {
  spelling: new Map(['Materials', 'Technology', 'Energy'].map((name) => [sectorOf(name), name])),
  tickers: new Set(['NEM', 'KGC', 'XOM'].map((ticker) => tickerOf(ticker)!)),
};

const classes = (item: string, heading = ''): readonly string[] =>
  readDirectives(outlineOf(`## ACTION PLAN\n\n${heading}- ${item}\n`, 'P.md'), known).accounting.map((each) =>
    each.reason === undefined ? each.class : `${each.class} ${each.reason}`,
  );

describe('an item of the action plan that names what it might trade', () => {
  it.each([
    'Halve XOM',
    'Halve energy',
    'Get rid of XOM',
    'Double NEM',
    'XOM -10 shares',
    'Selling 10 XOM',
    'Let XOM go',
    'NEM is halved',
    'Note: Halve XOM',
    'XOM',
  ])('is not understood: %s', (item) => {
    expect(classes(item)).toEqual(['unsupported not-understood']);
  });

  it.each([
    ['Halve XOM if it rallies', 'conditional condition'],
    ['Take profits in NEM', 'unsupported order-type'],
    ['Target NEM', 'unsupported no-target'],
  ])('keeps a clearer reason: %s', (item, expected) => {
    expect(classes(item)).toEqual([expected]);
  });

  it.each(['Materials has run far ahead of the rest', 'NEM looks dear', 'Restricted: XOM', 'Stay calm'])(
    'is no instruction when it states how things are: %s',
    (item) => {
      expect(classes(item)).toEqual([]);
    },
  );

  it.each(['### Restrictions\n\n', '### Top picks\n\n', '### Sector ranking\n\n'])(
    'is a list of names under %o',
    (heading) => {
      expect(classes('XOM', heading)).toEqual([]);
      expect(classes('Energy', heading)).toEqual([]);
    },
  );
});

describe('a label in front of an instruction', () => {
  it.each([
    'Goal: Reduce Energy from 11.1% to 8%',
    'Goal: Energy at 8%',
    'Goal – Exit XOM',
    '**Goal:** Halve XOM',
    'Summary: Exit XOM',
    'Summary: Goal: Exit XOM',
    `${'Goal: '.repeat(900)}Exit XOM`,
    'Timeline: sell all of NEM today',
    'Result: Sell 10 NEM',
    'Verdict: Exit XOM',
    'Net effect: Technology 6.7% → 16%',
    'Notes: Reduce Microsoft to 5%',
    'Objective: if rates fall, exit XOM',
  ])('is not understood: %s', (item) => {
    expect(classes(item)).toEqual(['unsupported not-understood']);
  });

  it.each([
    'Action: Reduce Energy to 8%',
    '**Priority:** Exit XOM',
    'Priority 1: Exit XOM',
    'Step 2 – Action: Exit XOM',
    'Trade: Sell 10 NEM',
  ])('does not matter when it only says that it is one: %s', (item) => {
    expect(classes(item)).toEqual(['directive']);
  });

  it.each([
    'Rationale: Materials at 46.8% is too much',
    'Rationale: Reduce concentration risk',
    'Confidence: 72%',
    'Remaining cash 5%',
  ])('leaves commentary commentary: %s', (item) => {
    expect(classes(item)).toEqual(['not_a_directive commentary']);
  });
});

const HELD =
  '**As of:** 2026-01-08\n\n| Ticker | Shares | Price | Sector |\n|---|---|---|---|\n| XOM | 10 | $100 | Energy |\n| CVX | 10 | $100 | Energy |\n| CASH | | $13,820 | |\n\n';

const issues = (rest: string): readonly string[] =>
  readPortfolio(`${HELD}${rest}\n`, 'P.md').issues.map((issue) => `${issue.level} ${issue.code}`);

describe('a line about cash', () => {
  it.each([
    ['**Cash:** about $17,000', ['note number-approximate'], [1_382_000n, 1_700_000n]],
    ['Cash about $17,000', ['note number-approximate'], [1_382_000n, 1_700_000n]],
    ['Cash: ~$17,000', ['note number-approximate'], [1_382_000n, 1_700_000n]],
    ['Cash: 5% ($17,000)', [], [1_382_000n, 1_700_000n]],
    ['Cash: USD 13,820', [], [1_382_000n, 1_382_000n]],
    ['Cash: nearly $17,000', ['approve number-unreadable'], [1_382_000n]],
    ['Cash: 2.5% of $50,000', [], [1_382_000n]],
    ['Cash: about 5%', [], [1_382_000n]],
  ])('%s', (item, expected, cash) => {
    const { value, issues: found } = readPortfolio(`${HELD}- ${item}\n`, 'P.md');
    expect(found.map((issue) => `${issue.level} ${issue.code}`)).toEqual(expected);
    expect(value?.portfolio.claims.cash.map((stated) => stated.value)).toEqual(cash);
  });

  it.each(['EUR 13,820', '€ 13,820', 'CHF 500'])('in another currency is refused: %s', (amount) => {
    expect(issues(`- **Cash:** ${amount}`)).toEqual(['unusable foreign-currency']);
  });
});

describe('a restriction', () => {
  it.each([
    'CVX and Halliburton',
    'CVX / Halliburton',
    'CVX or Halliburton',
    'CVX as well as Halliburton',
    'CVX with Halliburton',
    'CVX XOM',
    'Halliburton and CVX',
  ])('says when a part of it is not read: %s', (item) => {
    expect(issues(`## Restrictions\n\n- ${item}`)).toEqual(['approve restriction-unreadable']);
  });

  it.each(['CVX and XOM', 'CVX/XOM', 'CVX (Chevron)', 'CVX & XOM (buy only)', 'CVX - blackout'])(
    'is read whole: %s',
    (item) => {
      expect(issues(`## Restrictions\n\n- ${item}`)).toEqual([]);
    },
  );
});

it('knows where a line with a bare address stands', () => {
  const outline = outlineOf(
    '# R\n\nOne line.\nwww.example.com and a@example.com\n\n- https://example.com/a_b_c\n',
    'P.md',
  );
  expect(outline.sections.flatMap((section) => section.lines).map(({ text, place }) => [text, place.line])).toEqual([
    ['One line.', 3],
    ['www.example.com and a@example.com', 4],
    ['https://example.com/a_b_c', 6],
  ]);
});
