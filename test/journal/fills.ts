// The smallest document that can take a fill, and the smallest way to put one in.
import { createHash } from 'node:crypto';
import type { Fill } from '../../src/model/fill.ts';
import type { Parsed } from '../../src/model/issue.ts';
import { tickerOf } from '../../src/model/ticker.ts';
import { cents, price, shares } from '../../src/model/units.ts';
import { changeBetween } from '../../src/journal/document-change.ts';
import type { Decide } from '../../src/journal/append.ts';
import type { Digest } from '../../src/journal/disk.ts';

export const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

const TICKER = tickerOf('NEM');
if (TICKER === undefined) throw new Error('NEM is a ticker');

/** A fill that the broker named so. */
export const fillOf = (id: string): Fill => ({
  plan: '0123456789ab',
  order: 1,
  side: 'SELL',
  ticker: TICKER,
  shares: shares(100_000_000n),
  price: price(841_100n),
  fees: cents(0n),
  id,
  text: `SOLD 100 NEM @ 84.11 ${id}`,
  alarms: [],
});

/** How many fills it took, and a line for each of them under the heading. */
export const DOCUMENT = '# Portfolio\n\nFills: 0\n\n## Fills\n';

/** The line of a fill. */
export const fillLine = (id: string): string => `- fill ${id}`;

/** Puts a fill into the document: counts it, and writes its line under the heading. */
export const amend = (text: string, fill: Fill): Parsed<string> => {
  const counted = text.replace(/^Fills: (\d+)$/m, (_, count: string) => `Fills: ${Number(count) + 1}`);
  const value = counted.replace(/^## Fills\n/m, `## Fills\n${fillLine(fill.id ?? '')}\n`);
  return counted === text || value === counted
    ? { issues: [{ code: 'no-room-for-fills', level: 'block', detail: {} }] }
    : { value, issues: [] };
};

/** Records a fill unless one of that name is in the books. */
export const decideOn =
  (fill: Fill): Decide =>
  (book) => {
    if (book.fills.some((event) => event.fill.id === fill.id)) return { issues: [] };
    const { value, issues } = amend(book.text, fill);
    if (value === undefined) return { issues };
    return { value: { kind: 'filled', fill, document: changeBetween(book.text, value, sha256) }, issues };
  };
