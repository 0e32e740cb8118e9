const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

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
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2).replace(UNPRINTABLE, escaped)}\n`;
