/** Letters, figures, dashes, arrows and blocks that need no care: most texts hold nothing else. */
const HARMLESS = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u21ff\u2200-\u22ff\u2500-\u25ff]*$/;
/** Unicode marks that reorder the text around them. */
const REORDERING = /\p{Bidi_Control}/gu;
/** Control characters, halves of characters and private code points: none of them is text. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\p{Co}]/gu;
/** Characters that show nothing: zero-width ones, selectors, tags, fillers, invisible operators. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const BREAKS = /[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu;

/** What Markdown, a spreadsheet or a reader of addresses could take for more than text. */
const SPECIAL = /[\\`*[\]<|~{_&@]|:\/\/|www|^[=+\-#>]|^\d{1,9}[.)]/i;

/** How a control character is shown: ␛ for escape, ␇ for bell; � for what has no picture. */
const picture = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : '�';
};

const disarmed = (text: string): string =>
  text
    .replace(BREAKS, ' ')
    .replace(REORDERING, '�')
    .replace(NOT_TEXT, picture)
    .replace(INVISIBLE, '')
    .replace(/\p{Zs}/gu, ' ');

/**
 * Text from a document as one line that no terminal obeys: control characters and reordering marks are shown as
 * pictures, line breaks become spaces, invisible characters are left out.
 */
export const terminalText = (text: string): string => (HARMLESS.test(text) ? text : disarmed(text)).trim();

/** Breaks what readers turn into links of their own accord (also after unescaping): addresses of pages and of people. */
const withoutAddresses = (text: string): string =>
  text
    .replace(/:(?=\/\/)/gu, ': ')
    .replace(/ww(?=w)/giu, '$& ')
    .replace(/(?<=\S)@/gu, ' @');

const escaped = (text: string): string =>
  withoutAddresses(text)
    .replace(/[\\`*[\]<|~{]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&')
    .replace(/^[=+\-@]/u, "'$&")
    .replace(/^[#>]/u, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/u, '$1\\');

/**
 * Text from a document, to be put into Markdown at any place: it stays one line of plain text. It cannot end a
 * table cell, start a heading, list or quotation, become HTML or a link, or be read as a formula by a spreadsheet.
 */
export const markdownText = (text: string): string => {
  const line = terminalText(text);
  return SPECIAL.test(line) ? escaped(line) : line;
};
