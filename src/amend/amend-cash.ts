import { dollarText } from '../model/figures.ts';
import { readMoney } from '../parse/numbers.ts';
import type { Books } from './books.ts';
import { isTaken, put, statedSpot, type Draft } from './draft.ts';
import { exactMoney } from './figure.ts';
import { spotInCell } from './spot.ts';

/** A row for cash may state it in several cells: as shares at a dollar each, as value, as cost. */
const putOtherCells = (draft: Draft, { tables, before, after }: Books): void => {
  for (const line of tables.flatMap(({ lines }) => lines).filter(({ label }) => label === 'cash')) {
    line.row.cells.forEach((cell, column) => {
      const reading = readMoney(cell.text);
      if (reading.kind !== 'value' || reading.value !== before.cash || before.cash === 0n) return;
      const spot = spotInCell(draft.page, line, column, 'money', reading.value, isTaken(draft));
      if (spot) put(draft, spot, exactMoney(after.cash));
    });
  }
};

/** Puts the cash everywhere where the document states it, to the cent. */
export const amendCash = (draft: Draft, books: Books): void => {
  for (const claim of draft.page.portfolio.claims.cash) {
    const spot = statedSpot(draft, claim, 'money', dollarText(claim.value));
    if (spot) put(draft, spot, exactMoney(books.after.cash));
  }
  putOtherCells(draft, books);
};
