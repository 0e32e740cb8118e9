import { nearestCents, SCALE, writeDecimal, type Exact } from '../model/units.ts';
import { readExact } from './numbers.ts';

/**
 * Two amounts of one row as one to the nearest cent, written out: commission and fees, or proceeds and commission. Where one of
 * them says nothing the other is all; one that cannot be read is given back as it is, so that it is refused by name.
 */
export const sumText = (one: string, other = ''): string => {
  const readings = [readExact(one), readExact(other)] as const;
  if (readings[0].kind === 'refused') return one;
  if (readings[1].kind === 'refused') return other;
  const values = readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
  const sum = values.reduce((all: bigint, value) => all + value, 0n) as Exact;
  return values.length === 0 ? '' : writeDecimal(nearestCents(sum), SCALE.cents);
};
