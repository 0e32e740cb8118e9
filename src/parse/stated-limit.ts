import type { Stated } from '../model/place.ts';
import type { Price } from '../model/units.ts';
import { readPrice } from './numbers.ts';
import type { Setting } from './setting.ts';

const LIMIT = /\blimit(?: price)?(?: of| at|:)? ?(\$[\d,]+(?:\.\d+)?)/i;

/** The limit price that a line states ("at a limit of $84.10"), for lines that are understood with it. */
export const statedLimit = ({ text, place }: Pick<Setting, 'text' | 'place'>): Stated<Price> | undefined => {
  const reading = readPrice(LIMIT.exec(text)?.[1] ?? '');
  return reading.kind === 'value' && reading.value > 0n ? { value: reading.value, place } : undefined;
};
