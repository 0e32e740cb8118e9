import type { Parsed } from '../model/issue.ts';
import { checkCaps, checkSize } from './caps.ts';
import { outlineOf } from './outline-of.ts';
import type { Outline } from './outline.ts';
import { scanMarkdown } from './scan-markdown.ts';

/**
 * Reads Markdown into its sections, or says why it is too large. A document that is plain throughout is scanned in linear time,
 * so only its size counts; what needs the whole of Markdown is counted first (ADR 0049).
 */
export const readOutline = (text: string, file: string): Parsed<Outline> => {
  const large = checkSize(text, file);
  if (large) return { issues: [large] };
  const plain = scanMarkdown(text);
  const capped = plain === undefined ? checkCaps(text, file) : undefined;
  return capped ? { issues: [capped] } : { value: outlineOf(text, file, plain), issues: [] };
};
