// What a person says was done: understood to the last word, or refused at the word that is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCALE, writeDecimal } from '../../src/model/units.ts';
import { readFillWords } from '../../src/parse/read-fill-words.ts';
import { readMoment } from '../../src/parse/read-moment.ts';
import { issueWords } from '../../src/report/issue-words.ts';

const outcome = (text: string) => {
  const { value, issues } = readFillWords(text, 'words');
  return {
    fills: (value ?? []).map(({ side, ticker, shares, price, fees, at, id, order }) =>
      [
        order === undefined ? '' : `#${order}`,
        side ?? '',
        writeDecimal(shares, SCALE.shares),
        ticker ?? '',
        '@',
        writeDecimal(price, SCALE.price),
        fees === 0n ? '' : `fees ${writeDecimal(fees, SCALE.cents)}`,
        id === undefined ? '' : `id ${id}`,
        at ?? '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
    issues: issues.map(({ code, place }) => `${place?.line ?? 0}:${place?.column ?? 0} ${code}`),
  };
};

describe('a fill in words', () => {
  it.each([
    ['SOLD 100 NEM @ 84.11', 'SELL 100 NEM @ 84.11'],
    ['sold 100 nem @84.11', 'SELL 100 NEM @ 84.11'],
    ['bought 12 MSFT at $412.05', 'BUY 12 MSFT @ 412.05'],
    ['sell 50 shares of NEM @ 84.11 fees 0.35', 'SELL 50 NEM @ 84.11 fees 0.35'],
    ['BOT 1,250.5 BRK-B @ $1,412.0525', 'BUY 1250.5 BRK.B @ 1412.0525'],
    ['SLD 3 share NYSE:KO at .99', 'SELL 3 KO @ 0.99'],
    ['buy 7 SH @ 40', 'BUY 7 SH @ 40'],
    ['buy 7 AT @ 40', 'BUY 7 AT @ 40'],
    ['filled order 3: 100 @ 84.11', '#3 100 @ 84.11'],
    ['order #3 100 @ 84.11', '#3 100 @ 84.11'],
    ['Order no. 3: sold 100 NEM @ 84.11', '#3 SELL 100 NEM @ 84.11'],
    ['SOLD 100 NEM @ 84.11, order 3, id 12345', '#3 SELL 100 NEM @ 84.11 id 12345'],
    ['SOLD 100 NEM @ 84.11 commission $1.00 2026-01-09', 'SELL 100 NEM @ 84.11 fees 1 2026-01-09'],
    ['SOLD 100 NEM @ 84.11 at 2026-01-09 9:31', 'SELL 100 NEM @ 84.11 2026-01-09T09:31'],
    ['SOLD 100 NEM @ 84.11 on 2026-01-09 10:31:05 -05:00', 'SELL 100 NEM @ 84.11 2026-01-09T10:31:05-05:00'],
    ['SOLD 100 NEM @ 84.11 2026-01-09T10:31:05Z id A-1', 'SELL 100 NEM @ 84.11 id A-1 2026-01-09T10:31:05Z'],
    ['\u200bSOLD\u00a0100 NEM @ 84.11', 'SELL 100 NEM @ 84.11'],
  ])('%s', (text, expected) => {
    expect(outcome(text)).toEqual({ fills: [expected], issues: [] });
  });

  it('stands alone on its line, or between semicolons', () => {
    const text = 'SOLD 100 NEM @ 84.11; bought 1 LLY @ 1085.19\r\n\n  order 4: 2 @ 3 ;\n';
    expect(outcome(text)).toEqual({
      fills: ['SELL 100 NEM @ 84.11', 'BUY 1 LLY @ 1085.19', '#4 2 @ 3'],
      issues: [],
    });
  });

  it('keeps its words, and the place of its shares', () => {
    const [, fill] = readFillWords('x; SOLD  100 NEM @ 84.11', 'words').value ?? [];
    expect(fill).toBeUndefined();
    expect(readFillWords('\nSOLD  100 NEM @ 84.11', 'words').value?.[0]).toMatchObject({
      text: 'SOLD 100 NEM @ 84.11',
      place: { file: 'words', line: 2, column: 7 },
    });
  });
});

describe('what is not plainly said', () => {
  it.each([
    ['', '1:1 fill-missing'],
    [' ; \n', '1:1 fill-missing'],
    ['100 NEM @ 84.11', '1:1 fill-incomplete'],
    ['SOLD 100 @ 84.11', '1:6 fill-incomplete'],
    ['SOLD 100 NEM', '1:1 fill-not-understood'],
    ['SOLD 100 NEM @', '1:1 fill-not-understood'],
    ['SOLD 100 NEM for 84.11', '1:14 fill-not-understood'],
    ['SOLD 100 NEM @ 84.11 or so', '1:22 fill-not-understood'],
    ['SOLD 100 NEM @ 84.11 fees', '1:22 fill-not-understood'],
    ['SOLD 100 NEM @ 84.11 fees 1 fees 2', '1:29 fill-not-understood'],
    ['order 3: 100 @ 84.11 order 4', '1:22 fill-not-understood'],
    ['SOLD 100 NEM CALL @ 3.10', '1:14 fill-not-understood'],
    ['SOLD SHORT 100 NEM @ 84.11', '1:6 fill-not-understood'],
    ['SOLD NEM 100 @ 84.11', '1:6 fill-not-understood'],
    ['SOLD 1.2K NEM @ 84.11', '1:6 number-unreadable'],
    ['SOLD -100 NEM @ 84.11', '1:6 number-unreadable'],
    ['SOLD ~100 NEM @ 84.11', '1:6 number-unreadable'],
    ['SOLD 0 NEM @ 84.11', '1:6 fill-of-nothing'],
    ['SOLD 0.0000001 NEM @ 84.11', '1:6 too-many-digits'],
    ['SOLD 100 NEM @ 84,11', '1:16 decimal-comma'],
    ['SOLD 100 NEM @ €84.11', '1:16 foreign-currency'],
    ['SOLD 100 NEM @ 0', '1:16 fill-of-nothing'],
    ['SOLD 100 NEM @ 84.11 fees -1', '1:27 number-unreadable'],
    ['SOLD 100 NEWMONT-CORP @ 84.11', '1:10 ticker-unreadable'],
    ['SOLD 100 NEM @ 84.11 at 10:31', '1:25 fill-time-unreadable'],
    ['SOLD 100 NEM @ 84.11 on 1/9/2026', '1:25 fill-time-unreadable'],
    ['SOLD 100 NEM @ 84.11 2026-02-30', '1:22 fill-time-unreadable'],
    ['SOLD 100 NEM @ 84.11 2026-01-09 24:00', '1:22 fill-time-unreadable'],
    ['SOLD 100 NEM @ 84.11 id row:etrade:1', '1:25 fill-id-unreadable'],
    ['order zero: 100 @ 84.11', '1:7 fill-order-unreadable'],
    ['order 0: 100 @ 84.11', '1:7 fill-order-unreadable'],
    ['bought 1 LLY @ 2; sold 1 LLY', '1:19 fill-not-understood'],
  ])('%s is refused where it is not', (text, issue) => {
    expect(outcome(text).issues).toEqual([issue]);
    for (const { is } of readFillWords(text, 'words').issues.map(issueWords)) expect(is).not.toBe('');
  });

  it('is told for each line', () => {
    expect(outcome('sold\nbought 1 LLY @ 2\nsell 5')).toEqual({
      fills: ['BUY 1 LLY @ 2'],
      issues: ['1:1 fill-not-understood', '3:1 fill-not-understood'],
    });
  });

  it('is refused before it is read where there is too much of it', () => {
    expect(outcome('SOLD 1 NEM @ 1\n'.repeat(10_001)).issues).toEqual(['10001:1 too-large']);
  });
});

describe('a moment', () => {
  it.each([
    ['2026-01-09', '2026-01-09'],
    ['2026-01-09 9:05', '2026-01-09T09:05'],
    ['2026-01-09T10:31:05.123+05:30', '2026-01-09T10:31:05+05:30'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', undefined],
    ['2026-01-09 10:60', undefined],
    ['2026-01-09 10:31 EST', undefined],
    ['2026-01-09-05:00', undefined],
    ['09.01.2026', undefined],
  ])('%s', (text, moment) => {
    expect(readMoment(text)).toBe(moment);
  });
});

it('what is written is what is read', () => {
  const amount = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.integer({ min: 0, max: 4 }));
  fc.assert(
    fc.property(amount, amount, fc.boolean(), ([shares, a], [price, b], buys) => {
      const [count, each] = [writeDecimal(shares, a), writeDecimal(price, b)];
      expect(outcome(`${buys ? 'BOUGHT' : 'SOLD'} ${count} NEM @ $${each}`)).toEqual({
        fills: [`${buys ? 'BUY' : 'SELL'} ${count} NEM @ ${each}`],
        issues: [],
      });
    }),
  );
});

it('no text makes it throw, and every text is accounted for', () => {
  const word = fc.constantFrom(
    'SOLD',
    'order',
    '3:',
    '@',
    'at',
    'fees',
    'id',
    '100',
    'NEM',
    '2026-01-09',
    ';',
    '\n',
    '',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (words) => {
      const { fills, issues } = outcome(words.join(' '));
      expect(fills.length + issues.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
