import { bareText } from './bare-text.ts';
import type { Section } from './outline.ts';
import { titlePath } from './title-path.ts';

/** A heading that is about restrictions: a remark behind "Holdings –" does not make a list of them. */
const HEADING =
  /^[\d.)\s]*(?:[\p{L}/&'’]+ ){0,3}?(?:restrict(?:ed|ions?)|do[ -]not[ -]trade|no[ -]trade|blocked (?:list|tickers|stocks|securities)|blackout|prohibited)\b/iu;

/** True when a section lists what may not be traded. */
export const isRestrictionSection = (section: Section): boolean =>
  titlePath(section).some((title) => HEADING.test(bareText(title)));
