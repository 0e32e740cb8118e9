// No text, whatever it says, ends in an exception: fragments of the grammar and raw characters, the same ones each time.
// `npm run soak` reads 1,000,000 times a figure, 1,000,000 instructions and 20,000 documents; `npm test` a tenth of each.
import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../src/model/sector.ts';
import { tickerOf } from '../../src/model/ticker.ts';
import { readExact, readMoney, readPct, readPrice, readShares } from '../../src/parse/numbers.ts';
import type { Outline } from '../../src/parse/outline.ts';
import { plainText } from '../../src/parse/plain-text.ts';
import { readDirectives } from '../../src/parse/read-directives.ts';
import { readMarket } from '../../src/parse/read-market.ts';
import { readPortfolio } from '../../src/parse/read-portfolio.ts';
import { HOURS, SEED } from '../properties/chance.ts';
import { diceOf, randomDocument, randomFigure, randomInstruction } from './random-text.ts';

const soak = process.env['SOAK'] !== undefined;
const often = (all: number): number => (soak ? all : all / 10);
const known = {
  spelling: new Map(['Energy', 'Technology', 'Materials'].map((name) => [sectorOf(name), name])),
  tickers: new Set(['XOM', 'NVDA', 'BRK.B'].flatMap((text) => tickerOf(text) ?? [])),
};

/** The texts at which a reader fails, each with what it failed with; at most the first ten. */
const failures = (texts: Iterable<string>, read: (text: string) => void): readonly string[] => {
  const failed: string[] = [];
  for (const text of texts) {
    try {
      read(text);
    } catch (error) {
      failed.push(`${JSON.stringify(text)}: ${String(error)}`);
      if (failed.length === 10) break;
    }
  }
  return failed;
};

function* many(count: number, seed: number, make: (dice: ReturnType<typeof diceOf>) => string): Iterable<string> {
  const dice = diceOf(seed);
  for (let at = 0; at < count; at += 1) yield make(dice);
}

/** Each reader of figures has one of three answers, and a value is a whole number of its unit. */
const readFigure = (text: string): void => {
  for (const read of [readMoney, readPrice, readPct, readShares, readExact]) {
    const reading = read(text);
    if (reading.kind === 'value' && typeof reading.value !== 'bigint') throw new Error('no whole number');
    if (reading.kind === 'refused' && !/^[a-z-]+$/.test(reading.code)) throw new Error('no code');
  }
};

const line = (text: string): Outline => {
  const place = { file: 'P.md', line: 3, column: 3 };
  const lines = [{ kind: 'item', text: plainText(text), place }] as const;
  const heading = { kind: 'heading', text: 'Action Plan', place: { file: 'P.md', line: 1, column: 4 } } as const;
  return { file: 'P.md', sections: [{ title: 'Action Plan', depth: 2, heading, lines, tables: [] }] };
};

/** A line is accounted for in exactly one class, or is no instruction at all. */
const readInstructionLine = (text: string): void => {
  const { directives, accounting, issues } = readDirectives(line(text), known);
  if (accounting.length > 1) throw new Error('one line in two classes');
  const understood = accounting.filter((each) => each.class === 'directive').length;
  if (directives.length !== understood) throw new Error('a directive without its line');
  if (directives.length === 0 && issues.length === 0) throw new Error('nothing understood, and nothing said');
};

/** A document has a value, or an issue says why it has none. */
const readDocument = (text: string): void => {
  const { value, issues } = readPortfolio(text, 'P.md');
  if (value === undefined && issues.length === 0) throw new Error('no value and no word');
  if (value !== undefined) readDirectives(value.outline, known);
  readMarket(text, 'm.md');
};

describe('no text ends in an exception', () => {
  it('read as figures, by five readers each', { timeout: HOURS }, () => {
    expect(failures(many(often(200_000), SEED, randomFigure), readFigure)).toEqual([]);
  });

  it('read as instructions', { timeout: HOURS }, () => {
    expect(failures(many(often(1_000_000), SEED + 1, randomInstruction), readInstructionLine)).toEqual([]);
  });

  it('read as documents', { timeout: HOURS }, () => {
    expect(failures(many(often(20_000), SEED + 2, randomDocument), readDocument)).toEqual([]);
  });

  it('would be noticed', () => {
    const picky = (text: string): void => {
      if (text.includes('%')) throw new RangeError('canary');
    };
    expect(failures(many(100, SEED, randomFigure), picky)[0]).toMatch(/RangeError: canary$/);
    const reached = [...many(3000, SEED + 1, randomInstruction)].flatMap(
      (text) => readDirectives(line(text), known).directives,
    );
    expect(reached.length).toBeGreaterThan(20);
    const documents = [...many(600, SEED + 2, randomDocument)].filter((text) => readPortfolio(text, 'P.md').value);
    expect(documents.length).toBeGreaterThan(3);
  });
});
