// Any fills in any shape of document: what is read afterwards is what the arithmetic says, and no other byte has moved.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Executed } from '../../src/amend/executed.ts';
import { sectorOf } from '../../src/model/sector.ts';
import { ONE_SHARE, worth } from '../../src/model/units.ts';
import { runs } from '../properties/chance.ts';
import { amended, dice, fillFor, read, said, undoing, type Dice } from './random-fills.ts';
import { SHAPES, type Shape } from './shapes.ts';

/** The account in plain numbers: shares and price of each ticker, and cash. */
type Account = Map<string, string>;

const accountIn = (text: string, shape: Shape): Account => {
  const { holdings, cash } = read(text).portfolio;
  const told = holdings.map(({ ticker, sector, shares, price }): [string, string] => [
    ticker,
    `${sector} ${shares}${shape.unpriced === true ? '' : ` at ${price}`}`,
  ]);
  return new Map([...told, ['cash', String(cash)]]);
};

const accountAfter = (text: string, fill: Executed, shape: Shape): Account => {
  const { holdings, cash } = read(text).portfolio;
  const account = accountIn(text, shape);
  const sign = fill.side === 'BUY' ? 1n : -1n;
  const own = holdings.find(({ ticker }) => ticker === fill.ticker);
  const shares = (own?.shares ?? 0n) + sign * fill.shares;
  const price = own?.price ?? fill.lastPrice ?? fill.price;
  const sector = own?.sector ?? sectorOf(fill.sector ?? '');
  account.set(fill.ticker, `${sector} ${shares}${shape.unpriced === true ? '' : ` at ${price}`}`);
  if (shares === 0n) account.delete(fill.ticker);
  account.set('cash', String(cash - sign * worth(fill.price, fill.shares) - fill.fees));
  return account;
};

/** What all the shares of a ticker cost, and what they may cost by the rounding of the average to whole cents a share. */
const costDiffers = (before: string, after: string, { ticker, side, shares, price, fees }: Executed): boolean => {
  const find = (text: string) => read(text).portfolio.holdings.find((holding) => holding.ticker === ticker);
  const [old, now] = [find(before), find(after)];
  if (old?.cost === undefined || now?.cost === undefined) return false;
  const bought = old.cost + worth(price, shares) + fees;
  const expected = side === 'BUY' ? bought : (old.cost * now.shares) / old.shares;
  const gap = now.cost > expected ? now.cost - expected : expected - now.cost;
  return gap > now.shares / (2n * ONE_SHARE) + 2n;
};

const sorted = (account: Account): readonly string[] => [...account].map((entry) => entry.join(' ')).sort();

const NUMBER = /[-+(]*\\?\$?\d[\d,]*(?:\.\d+)?\)?/g;

/** A line without its numbers and without its padding. */
const words = (line: string): string => line.replace(NUMBER, '#').replace(/ +/g, ' ').replace(/^> ?/, '');

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);

/** The lines of the rows of a ticker, counted from 0. */
const rowsOf = (text: string, ticker: string): ReadonlySet<number> =>
  new Set(
    read(text)
      .portfolio.claims.rows.filter((row) => row.ticker === ticker)
      .map(({ place }) => place.line - 1),
  );

const cells = (line: string): readonly string[] => line.replace(/^\|/, '').split(/(?<!\\)\|/);

/** The lines that moved although no fill has any business with them. */
const strayChanges = (shape: Shape, before: string, after: string, fill: Executed): readonly string[] => {
  const rest = (text: string): readonly string[] => {
    const own = rowsOf(text, fill.ticker);
    // A breakdown by sector gets a row for a sector that is new.
    const fresh = `| ${fill.sector ?? '-'} | `;
    return linesOf(text).filter(
      (line, at) => !own.has(at) && (!line.startsWith(fresh) || before.includes(`\n${fresh}`)),
    );
  };
  const [old, now] = [rest(before), rest(after)];
  const rows = new Set(read(before).portfolio.claims.rows.map(({ place }) => linesOf(before)[place.line - 1]));
  const stray = old.filter((line, at) => {
    const other = now[at] ?? '';
    const may =
      shape.sums.test(line.replace(/^[>\s]+(?!\$)/, '')) ||
      shape.sums.test(line) ||
      (shape.weights === true && rows.has(line));
    return may ? words(line) !== words(other) : line !== other;
  });
  return old.length === now.length ? stray : [`${old.length} lines became ${now.length}`];
};

/** Cells of the traded rows that changed although a fill leaves them alone. */
const strayCells = (shape: Shape, before: string, after: string, fill: Executed): readonly string[] => {
  const own = (text: string): readonly string[] => [...rowsOf(text, fill.ticker)].map((at) => linesOf(text)[at] ?? '');
  const [old, now] = [own(before), own(after)];
  if (now.length === 0 || old.length === 0) return [];
  // Rows of lots that were sold whole are the first ones.
  return now.flatMap((line, at) => {
    const was = old[at + old.length - now.length] ?? '';
    const moved = shape.still.filter((column) => cells(line)[column] !== cells(was)[column]);
    return moved.length === 0 && words(line) === words(was) ? [] : [`${was} -> ${line}`];
  });
};

/** Fills one after the other, each checked; gives back the last text and the fills. */
const play = (
  shape: Shape,
  throws: readonly Dice[],
): { readonly text: string; readonly fills: readonly Executed[] } => {
  let { text } = shape;
  const fills: Executed[] = [];
  for (const thrown of throws) {
    const fill = fillFor(shape, text, thrown);
    const after = amended(text, fill);
    expect(sorted(accountIn(after, shape))).toEqual(sorted(accountAfter(text, fill, shape)));
    expect(shape.lots !== true && costDiffers(text, after, fill)).toBe(false);
    expect(strayChanges(shape, text, after, fill)).toEqual([]);
    expect(strayCells(shape, text, after, fill)).toEqual([]);
    const known = new Set([...said(shape.text), ...said(text)]);
    const own = new RegExp(`price-derived|shares-derived|duplicate-ticker ${fill.ticker}`);
    expect(said(after).filter((each) => !known.has(each) && !own.test(each))).toEqual([]);
    fills.push(fill);
    text = after;
  }
  return { text, fills };
};

const mild = (thrown: Dice): Dice => ({ ...thrown, fees: 0, fresh: false, whole: false });

/** The costs of each share as the document states them, so that a fill at that price leaves the average as it is. */
const atCost = (text: string, fill: Executed): Executed => {
  const row = read(text).portfolio.claims.rows.find(({ ticker }) => ticker === fill.ticker);
  return row?.costPerShare ? { ...fill, price: row.costPerShare.value } : fill;
};

const withoutPaid = (shape: Shape, text: string): string =>
  linesOf(text)
    .map((line) =>
      shape.paid !== undefined && line.startsWith('|')
        ? cells(line)
            .filter((_, at) => shape.paid?.includes(at) !== true)
            .join('|')
        : line,
    )
    .filter((line) => !shape.paid || !shape.sums.test(line))
    .join('\n');

describe.each(SHAPES)('$name', (shape) => {
  it('reads well to begin with', () => {
    expect(read(shape.text).portfolio.holdings.length).toBeGreaterThan(1);
  });

  it('says what the arithmetic says after any fills, and nothing else has changed', () => {
    fc.assert(
      fc.property(fc.array(dice, { minLength: 1, maxLength: 3 }), (throws) => {
        play(shape, throws);
      }),
      runs(shape.text.length > 2000 ? 30 : 60),
    );
  });

  if (shape.lots !== true && shape.unpriced !== true && shape.coarse !== true) {
    it('is the same to the byte when every fill is undone, but for what was paid', () => {
      fc.assert(
        fc.property(fc.array(dice, { minLength: 1, maxLength: 3 }), (throws) => {
          const { text, fills } = play(shape, throws.map(mild));
          const back = amended(text, ...fills.toReversed().map(undoing));
          expect(withoutPaid(shape, back)).toBe(withoutPaid(shape, shape.text));
          expect(read(back).portfolio.cash).toBe(read(shape.text).portfolio.cash);
        }),
        runs(15),
      );
    });
  }

  if (shape.lots !== true && shape.unpriced !== true && shape.coarse !== true && !shape.text.includes('Cost basis')) {
    it('is the same to the last byte when the fills were made at cost', () => {
      fc.assert(
        fc.property(fc.array(dice, { minLength: 1, maxLength: 3 }), (throws) => {
          const fills: Executed[] = [];
          let { text } = shape;
          for (const thrown of throws) {
            const fill = atCost(shape.text, fillFor(shape, text, mild(thrown)));
            text = amended(text, fill);
            fills.push(fill);
          }
          expect(amended(text, ...fills.toReversed().map(undoing))).toBe(shape.text);
        }),
        runs(15),
      );
    });
  }
});
