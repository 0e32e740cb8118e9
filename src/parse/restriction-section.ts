import type { Section } from './outline.ts';
import { titlePath } from './title-path.ts';

const HEADING =
  /\brestrict(?:ed|ions?)\b|\bdo[ -]not[ -]trade\b|\bno[ -]trade\b|\bblocked (?:list|tickers|stocks|securities)\b|\bblackout\b|\bprohibited\b/i;

/** True when a section lists what may not be traded. */
export const isRestrictionSection = (section: Section): boolean =>
  titlePath(section).some((title) => HEADING.test(title));
