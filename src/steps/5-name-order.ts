import type { ReportedFill } from '../model/fill.ts';
import type { Parsed } from '../model/issue.ts';
import type { ToldFill } from '../parse/told-fill.ts';
import type { Books } from './5-books.ts';

/**
 * A told fill with the side and the ticker that it leaves to its order. An order that the plan does not have says nothing:
 * then nobody knows what was traded, and there is nothing to put into quarantine.
 */
export const nameOrder = (told: ToldFill, { orders, plan }: Pick<Books, 'orders' | 'plan'>): Parsed<ReportedFill> => {
  const order = orders.find(({ seq }) => seq === told.order);
  const side = told.side ?? order?.side;
  const ticker = told.ticker ?? order?.ticker;
  if (side !== undefined && ticker !== undefined) return { value: { ...told, side, ticker }, issues: [] };
  const detail = { text: told.text, order: told.order ?? 0, plan, count: orders.length };
  return {
    issues: [
      {
        code: 'fill-order-unknown',
        level: 'unusable',
        detail,
        ...(told.place === undefined ? {} : { place: told.place }),
      },
    ],
  };
};
