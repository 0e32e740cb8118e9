const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Letters, figures, quotation marks and dashes: nothing in a text of these has to be written as an escape. */
const PRINTABLE = /^[\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u21ff\u2200-\u22ff\u2500-\u25ff]*$/;

const escaped = (character: string): string =>
  character === '\n'
    ? character
    : Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join('');

/**
 * A value as JSON for people and programs: two spaces of indent, a newline at the end, and every character that a
 * terminal obeys or does not show written as its escape (the parsed value is the same).
 */
export const jsonText = (value: unknown): string => {
  const text = JSON.stringify(value, null, 2);
  return `${PRINTABLE.test(text) ? text : text.replace(UNPRINTABLE, escaped)}\n`;
};
