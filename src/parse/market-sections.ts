import type { Parsed } from '../model/issue.ts';
import type { Market } from '../model/market.ts';
import type { Stated } from '../model/place.ts';
import { bareText } from './bare-text.ts';
import { readPct } from './numbers.ts';
import type { Outline } from './outline.ts';
import { readPicks } from './read-picks.ts';
import { readRankings } from './read-rankings.ts';
import type { Pct } from '../model/units.ts';

/** "**Confidence:** 72%": how sure the Market-Analyst is. */
const confidenceIn = (outline: Outline): Pct | undefined => {
  for (const line of outline.sections.flatMap((section) => section.lines)) {
    const stated = /^(?:regime |market |overall )?confidence\s?:?\s*([\d.]+\s?%)/i.exec(
      bareText(line.text.slice(0, 200)),
    )?.[1];
    const reading = readPct(stated ?? '');
    if (reading.kind === 'value') return reading.value;
  }
  return undefined;
};

/** What a Markdown document says about the market; no value when it does not even try to rank sectors or name picks. */
export const marketSections = (outline: Outline, asOf: Stated<string> | undefined): Parsed<Market> => {
  const ranked = readRankings(outline);
  const picked = readPicks(outline);
  const issues = [...ranked.issues, ...picked.issues];
  if (ranked.rankings.size === 0 && picked.picks.length === 0 && issues.length === 0) return { issues };
  const confidence = confidenceIn(outline);
  const value: Market = {
    file: outline.file,
    ...(asOf ? { asOf } : {}),
    ...(confidence === undefined ? {} : { confidence }),
    rankings: ranked.rankings,
    picks: picked.picks,
    spelling: new Map([...picked.spelling, ...ranked.spelling]),
  };
  return { value, issues };
};
