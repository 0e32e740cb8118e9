// One reported fill against the plan and the books: recorded, known, an error of its name, or quarantine.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Alarm } from '../../src/model/fill.ts';
import type { FillCheck } from '../../src/model/fill-check.ts';
import { issueWords } from '../../src/report/issue-words.ts';
import { say } from '../../src/report/say.ts';
import { acceptFill } from '../../src/steps/5-accept-fill.ts';
import type { Books } from '../../src/steps/5-books.ts';
import { checkFill } from '../../src/steps/5-check-fill.ts';
import { nameOrder } from '../../src/steps/5-name-order.ts';
import { account, holding, limits, price, shares } from '../account.ts';
import { after, books, order, ORDERS, report, told } from './books-for.ts';

const check = (words: string, from: Books = books()): FillCheck => checkFill(report(words, from), from);

/** The books after several reports, each recorded. */
const having = (from: Books, ...reports: readonly string[]): Books =>
  reports.reduce((before, words) => {
    const outcome = check(words, before);
    if (outcome.kind !== 'recorded') throw new Error(`${words}: ${told(outcome)}`);
    return after(before, outcome.fill);
  }, from);

describe('a fill that fits its order is recorded', () => {
  it('with its order, its plan, and without the place of the words', () => {
    expect(check('SOLD 100 NEM @ 100 fees 0.35 id X1 2026-01-08 10:31')).toEqual({
      kind: 'recorded',
      fill: {
        plan: 'aaaa',
        order: 1,
        side: 'SELL',
        ticker: 'NEM',
        shares: shares('100'),
        price: price('100'),
        fees: 35n,
        id: 'X1',
        at: '2026-01-08T10:31',
        text: 'SOLD 100 NEM @ 100 fees 0.35 id X1 2026-01-08 10:31',
        alarms: [],
      },
    });
  });

  it.each([
    ['by side and ticker', 'SOLD 100 NEM @ 100', 'recorded 1:'],
    ['by the number of the order', 'order 1: 100 @ 100', 'recorded 1:'],
    ['with what the number and the words say alike', 'order 1: sold 100 NEM @ 100', 'recorded 1:'],
    ['better than the limit', 'SOLD 100 NEM @ 101.9', 'recorded 1:'],
    ['exactly at the collar', 'SOLD 100 NEM @ 102', 'recorded 1:'],
    ['just beyond it', 'SOLD 100 NEM @ 102.0001', 'recorded 1: outside-collar'],
    ['a cent worse than the limit', 'SOLD 100 NEM @ 99.99', 'recorded 1: worse-than-limit'],
    ['at the edge of the range', 'SOLD 100 NEM @ 99.5', 'recorded 1: worse-than-limit'],
    ['below the range', 'SOLD 100 NEM @ 99.49', 'recorded 1: worse-than-limit outside-range'],
    ['above the range', 'SOLD 100 NEM @ 130.01', 'recorded 1: outside-collar outside-range'],
    ['at half as much again', 'SOLD 100 NEM @ 150', 'recorded 1: outside-collar outside-range'],
    ['in part', 'SOLD 40 NEM @ 100', 'recorded 1: partial'],
    ['out of sequence', 'SOLD 20 KO @ 50', 'recorded 2: out-of-sequence'],
    ['on the next weekday', 'SOLD 100 NEM @ 100 2026-01-09', 'recorded 1:'],
    ['later', 'SOLD 100 NEM @ 100 2026-01-12', 'recorded 1: late'],
  ])('%s', (_, words, expected) => {
    expect(told(check(words))).toBe(expected);
  });

  it('a purchase before the sales that pay for it is out of sequence and short of cash', () => {
    const outcome = check('BOUGHT 40 LLY @ 200');
    expect(told(outcome)).toBe('recorded 3: out-of-sequence cash-short');
    const alarms = outcome.kind === 'recorded' ? outcome.fill.alarms : [];
    expect(alarms.map(({ detail }) => detail)).toMatchObject([
      { earlier: '1, 2', several: true, before_sells: true },
      { cash: '$0.00', negative: false, needed: '$5,000.00', buffer: '5%' },
    ]);
    const poor = books({ account: account('7999.99', [holding('NEM', 'Materials', '320', '100')]) });
    expect(check('BOUGHT 40 LLY @ 200', poor)).toMatchObject({
      fill: { alarms: [{}, { code: 'cash-short', detail: { negative: true, cash: '-$0.01' } }] },
    });
  });

  it('a sale is never short of cash, and a purchase that keeps the buffer neither', () => {
    const poor = books({ account: account('0', books().account.holdings) });
    expect(told(check('SOLD 100 NEM @ 100', poor))).toBe('recorded 1:');
    const rich = having(books(), 'SOLD 100 NEM @ 100', 'SOLD 20 KO @ 50');
    expect(told(check('BOUGHT 40 LLY @ 200', rich))).toBe('recorded 3:');
  });

  it.each([
    ['10.50', '10.05', 'recorded 1: digits-swapped outside-collar'],
    ['105.21', '125.01', 'recorded 1: worse-than-limit outside-collar'],
    ['125.10', '125.01', 'recorded 1: digits-swapped'],
    ['124.55', '125.45', 'recorded 1: digits-swapped worse-than-limit'],
    ['1254.5', '1254.05', 'recorded 1: digits-swapped'],
    ['1254.05', '1254.05', 'recorded 1:'],
  ])('a price of %s for a limit of %s', (typed, limit, expected) => {
    const one = books({ orders: [order(1, 'SELL', 'NEM', '100', limit)] });
    expect(told(check(`SOLD 100 NEM @ ${typed}`, one))).toBe(expected);
  });

  it('partial fills add up to the order', () => {
    const half = having(books(), 'SOLD 40 NEM @ 100');
    expect(told(check('SOLD 60 NEM @ 100', half))).toBe('recorded 1:');
    expect(told(check('SOLD 59 NEM @ 100', half))).toBe('recorded 1: partial');
    expect(told(check('SOLD 61 NEM @ 100', half))).toBe('quarantined more-than-ordered');
  });

  it('a plan on a Friday or at the weekend is typed on Monday', () => {
    for (const day of ['2026-01-09', '2026-01-10', '2026-01-11']) {
      expect(told(check('SOLD 100 NEM @ 100 2026-01-12', books({ day })))).toBe('recorded 1:');
      expect(told(check('SOLD 100 NEM @ 100 2026-01-13', books({ day })))).toBe('recorded 1: late');
    }
  });

  it('of two orders of one side and ticker the first incomplete one', () => {
    const twice = books({ orders: [...ORDERS, order(4, 'SELL', 'NEM', '50', '100')] });
    const first = having(twice, 'SOLD 100 NEM @ 100');
    expect(told(check('SOLD 50 NEM @ 100', first))).toBe('recorded 4: out-of-sequence');
    const both = having(first, 'SOLD 50 NEM @ 100');
    expect(check('SOLD 1 NEM @ 100', both)).toMatchObject({ reason: 'more-than-ordered', detail: { order: 4 } });
  });

  it('the collar is the one of the config', () => {
    const config = limits({ execution: { collar_pct: 0 } });
    expect(told(check('SOLD 100 NEM @ 100.01', books({ config })))).toBe('recorded 1: outside-collar');
    expect(told(check('SOLD 100 NEM @ 100', books({ config })))).toBe('recorded 1:');
  });
});

describe('a fill that does not fit goes into quarantine', () => {
  it.each([
    ['a ticker that the plan does not trade', 'SOLD 5 MSFT @ 400', 'unknown-order'],
    ['an order that the plan does not have', 'order 9: sold 5 NEM @ 100', 'unknown-order'],
    ['the other side', 'BOUGHT 100 NEM @ 100', 'wrong-side'],
    ['the other side of a named order', 'order 1: bought 100 NEM @ 100', 'wrong-side'],
    ['another ticker than that of the named order', 'order 1: sold 20 KO @ 50', 'wrong-ticker'],
    ['before the plan was made', 'SOLD 100 NEM @ 100 2026-01-07', 'before-plan'],
    ['ten times the shares', 'SOLD 1000 NEM @ 100', 'more-than-ordered'],
    ['a share too many', 'SOLD 101 NEM @ 100', 'more-than-ordered'],
    ['dollars for shares', 'SOLD 10000 NEM @ 100', 'dollars-for-shares'],
    ['dollars for shares at the price of the fill', 'SOLD 10051 NEM @ 100.505', 'dollars-for-shares'],
    ['dollars and cents for shares', 'SOLD 10050.5 NEM @ 100.505', 'dollars-for-shares'],
    ['ten times the price', 'SOLD 100 NEM @ 1000', 'price-far-off'],
    ['a tenth of the price', 'SOLD 100 NEM @ 10', 'price-far-off'],
    ['a little more than half as much again', 'SOLD 100 NEM @ 150.0001', 'price-far-off'],
    ['a little less than half', 'SOLD 100 NEM @ 49.9999', 'price-far-off'],
  ])('%s', (_, words, reason) => {
    expect(told(check(words))).toBe(`quarantined ${reason}`);
  });

  it('more than is held', () => {
    const poor = books({ account: account('8000', [holding('NEM', 'Materials', '99', '100')]) });
    expect(told(check('SOLD 100 NEM @ 100', poor))).toBe('quarantined oversell');
    expect(told(check('SOLD 99 NEM @ 100', poor))).toBe('recorded 1: partial');
  });

  it('an order of about a dollar a share is not taken for dollars', () => {
    const penny = books({ orders: [order(1, 'BUY', 'ABC', '1000', '1')] });
    expect(told(check('BOUGHT 1000 ABC @ 1', penny))).toBe('recorded 1:');
    expect(told(check('BOUGHT 500 ABC @ 1', having(penny, 'BOUGHT 500 ABC @ 1 id 1')))).toBe(
      'quarantined possible-duplicate',
    );
  });

  it('what was filled completely is not filled again, and the words say so', () => {
    const done = having(books(), 'SOLD 100 NEM @ 100');
    expect(check('SOLD 100 NEM @ 100', done)).toMatchObject({ reason: 'more-than-ordered', detail: { again: true } });
    expect(check('SOLD 50 NEM @ 100', done)).toMatchObject({ reason: 'more-than-ordered', detail: { again: false } });
  });
});

describe('the same fill', () => {
  const half = having(books(), 'SOLD 50 NEM @ 100');

  it.each([
    ['without a name may be the recorded one', 'SOLD 50 NEM @ 100', 'quarantined possible-duplicate'],
    ['at another price is another', 'SOLD 50 NEM @ 100.5', 'recorded 1:'],
    ['of other shares is another', 'SOLD 49 NEM @ 100', 'recorded 1: partial'],
    ['with a name is another', 'SOLD 50 NEM @ 100 id 2', 'recorded 1:'],
    ['with a time is another', 'SOLD 50 NEM @ 100 2026-01-08 10:31', 'recorded 1:'],
  ])('%s', (_, words, expected) => {
    expect(told(check(words, half))).toBe(expected);
  });

  it.each([
    ['no time', '', 'quarantined possible-duplicate'],
    ['the same time', ' 2026-01-08 10:31', 'quarantined possible-duplicate'],
    ['its day', ' 2026-01-08', 'quarantined possible-duplicate'],
    ['another time', ' 2026-01-08 10:32', 'recorded 1:'],
  ])('of which a time is recorded: with %s', (_, time, expected) => {
    const timed = having(books(), 'SOLD 50 NEM @ 100 2026-01-08 10:31');
    expect(told(check(`SOLD 50 NEM @ 100${time}`, timed))).toBe(expected);
  });

  const row = (count: number) => ({
    ...report('SOLD 50 NEM @ 100 2026-01-08'),
    id: `row:etrade:2026-01-08:SELL:NEM:50:100:0:${count}`,
  });

  it('from a row of an export may be one that was typed', () => {
    expect(told(checkFill(row(1), half))).toBe('quarantined possible-duplicate');
    expect(told(checkFill(row(1), having(books(), 'SOLD 50 NEM @ 100 id 7')))).toBe('quarantined possible-duplicate');
    expect(told(checkFill(row(1), having(books(), 'SOLD 50 NEM @ 100 2026-01-09')))).toBe('recorded 1:');
  });

  it('from two rows of one export are two, and from the same row one', () => {
    const first = checkFill(row(1), books());
    const imported = first.kind === 'recorded' ? after(books(), first.fill) : books();
    expect(told(checkFill(row(1), imported))).toBe('known recorded');
    expect(told(checkFill(row(2), imported))).toBe('recorded 1:');
    expect(told(check('SOLD 50 NEM @ 100', imported))).toBe('quarantined possible-duplicate');
  });
});

describe('the name of a fill', () => {
  const named = having(books(), 'SOLD 50 NEM @ 100 fees 0.35 id 77 2026-01-08');

  it.each([
    ['the same again', 'SOLD 50 NEM @ 100 fees 0.35 id 77 2026-01-08', 'known recorded'],
    ['the same with less said', 'SOLD 50 NEM @ 100 fees 0.35 id 77', 'known recorded'],
    ['the same by its order', 'order 1: 50 @ 100 fees 0.35 id 77', 'known recorded'],
    [
      'with other figures',
      'SOLD 55 NEM @ 101 id 77 2026-01-09',
      'id-differs shares 55 (recorded: 50),price $101.00 (recorded: $100.00),fees $0.00 (recorded: $0.35),time 2026-01-09 (recorded: 2026-01-08)',
    ],
    [
      'of another order',
      'BOUGHT 50 LLY @ 100 fees 0.35 id 77 order 3',
      'id-differs side BUY (recorded: SELL),ticker LLY (recorded: NEM),order 3 (recorded: 1)',
    ],
  ])('%s', (_, words, expected) => {
    expect(told(check(words, named))).toBe(expected);
  });

  it('is used once, also by an earlier plan', () => {
    const later = books({ plan: 'bbbb', fills: named.fills });
    expect(told(check('SOLD 50 NEM @ 100 fees 0.35 id 77 2026-01-08', later))).toBe('known recorded');
    expect(told(check('SOLD 100 NEM @ 100', later))).toBe('recorded 1:');
  });

  it('that differs is an error in words', () => {
    const outcome = check('SOLD 55 NEM @ 100 fees 0.35 id 77', named);
    expect(outcome.kind === 'id-differs' && issueWords(outcome.issue).is).toBe(
      'a fill 77 is recorded already, with other figures: shares 55 (recorded: 50)',
    );
  });
});

describe('a report in quarantine', () => {
  const quarantined = (words: string, dismissed: boolean) => [{ reported: report(words), dismissed }];

  it.each([
    ['is known while it waits', 'SOLD 5 MSFT @ 400', false, 'SOLD 5 MSFT @ 400', 'known quarantined'],
    [
      'is judged anew once it was dismissed',
      'SOLD 5 MSFT @ 400',
      true,
      'SOLD 5 MSFT @ 400',
      'quarantined unknown-order',
    ],
    ['is known by its name for good', 'SOLD 5 MSFT @ 400 id 5', true, 'SOLD 5 MSFT @ 400 id 5', 'known quarantined'],
    ['does not bind its name', 'BOUGHT 50 NEM @ 100 id 5', false, 'SOLD 50 NEM @ 100 id 5', 'recorded 1: partial'],
    ['is not any other report', 'SOLD 5 MSFT @ 400', false, 'SOLD 6 MSFT @ 400', 'quarantined unknown-order'],
    ['counts for no order', 'SOLD 60 NEM @ 100', false, 'SOLD 100 NEM @ 100', 'recorded 1:'],
  ])('%s', (_, before, dismissed, words, expected) => {
    expect(told(check(words, books({ quarantined: quarantined(before, dismissed) })))).toBe(expected);
  });

  it('that a person settles as true counts for its order, where it has one', () => {
    const dear = report('order 1: sold 100 NEM @ 160');
    expect(acceptFill(dear, books())).toMatchObject({ order: 1, plan: 'aaaa', alarms: [], price: price('160') });
    const strange = acceptFill(report('SOLD 5 MSFT @ 400'), books());
    expect([strange.order, 'place' in strange]).toEqual([undefined, false]);
    expect(acceptFill({ ...dear, order: 9 }, books()).order).toBe(1);
  });
});

describe('an order by its number', () => {
  const words = { shares: shares('1'), price: price('1'), fees: 0n as never, text: 'order 9: 1 @ 1' };

  it('gives side and ticker', () => {
    expect(nameOrder({ ...words, order: 3 }, books()).value).toMatchObject({ side: 'BUY', ticker: 'LLY', order: 3 });
  });

  it('that the plan does not have is refused, because nobody knows what was traded', () => {
    const { value, issues } = nameOrder({ ...words, order: 9 }, books());
    expect([value, issues.map(({ code }) => code)]).toEqual([undefined, ['fill-order-unknown']]);
    expect(issues.map(issueWords)[0]?.is).toBe('“order 9: 1 @ 1” names order 9, but plan aaaa has 3 orders');
  });
});

describe('words', () => {
  const names = (prefix: string): readonly string[] =>
    readdirSync(path.resolve(import.meta.dirname, '../../templates/phrases'))
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length, -'.hbs'.length));

  const said = (name: string, detail: Alarm['detail']): string => {
    const text = say(`phrases/${name}`, detail);
    expect(text).not.toMatch(/undefined|\{\{|^\s*$/);
    return text;
  };

  it('stand ready for exactly the alarms and reasons that there are', () => {
    const done = having(books(), 'SOLD 50 NEM @ 100');
    const poor = books({ account: account('0', [holding('NEM', 'Materials', '99', '100')]) });
    const outcomes = [
      check('SOLD 40 NEM @ 99 2026-01-20'),
      check('SOLD 100 NEM @ 140'),
      check('SOLD 100 NEM @ 10.50', books({ orders: [order(1, 'SELL', 'NEM', '100', '10.05')] })),
      check('BOUGHT 40 LLY @ 200', poor),
      check('SOLD 5 MSFT @ 400'),
      check('order 9: sold 5 NEM @ 100'),
      check('BOUGHT 100 NEM @ 100'),
      check('order 1: sold 20 KO @ 50'),
      check('SOLD 100 NEM @ 100 2026-01-07'),
      check('SOLD 101 NEM @ 100', done),
      check('SOLD 10000 NEM @ 100'),
      check('SOLD 100 NEM @ 1000'),
      check('SOLD 100 NEM @ 10'),
      check('SOLD 100 NEM @ 100', poor),
      check('SOLD 50 NEM @ 100', done),
    ];
    const alarms = outcomes.flatMap((one) => (one.kind === 'recorded' ? one.fill.alarms : []));
    const doubts = outcomes.flatMap((one) => (one.kind === 'quarantined' ? [one] : []));
    for (const { code, detail } of alarms) said(`alarm-${code}`, detail);
    for (const { reason, detail } of doubts) said(`quarantine-${reason}`, detail);
    const elsewhere = ['unapproved']; // the shell knows of approvals
    expect([...new Set([...alarms.map(({ code }) => code), ...elsewhere])].sort()).toEqual(names('alarm-'));
    expect([...new Set(doubts.map(({ reason }) => reason))].sort()).toEqual(names('quarantine-'));
  });
});
