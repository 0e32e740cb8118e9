import type { Ticker } from '../model/ticker.ts';
import type { Source } from '../steps/read-sources.ts';
import { Unusable } from './shell.ts';

/** What a list of sectors says. What reads it is loaded only where there is one; a list of no use is refused. */
export const listedSectors = async ({ text, file }: Source): Promise<ReadonlyMap<Ticker, string>> => {
  const { readSectors } = await import('../parse/read-sectors.ts');
  const { value, issues } = readSectors(text, file);
  if (value === undefined || issues.length > 0) throw new Unusable(...issues);
  return value;
};
