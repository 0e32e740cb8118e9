// Written as escapes: these characters are invisible in an editor.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;
/** The wide forms of what numbers are written with. */
const WIDE = /[\uff04\uff05\uff0c\uff0e\uff10-\uff19]/gu;
const HYPHENS = /[\u2010\u2011\u2212\ufe63\uff0d]/gu;
/** Most lines are plain already; they are not searched four times. */
const PLAIN = /^(?:[\x21-\x7e]+(?: [\x21-\x7e]+)*)?$/;

/**
 * A text from a document as one line that a person sees: no control, bidirectional or zero-width characters, every
 * kind of space one space, the typographic hyphens and minus signs as `-` (dashes stay: they may mean a range), wide digits and signs as plain ones.
 */
export const plainText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/[^\S\ufeff]+/gu, ' ')
        .replace(INVISIBLE, '')
        .replace(HYPHENS, '-')
        .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
        .replace(/\ufe6a/gu, '%')
        .replace(/ {2,}/g, ' ')
        .trim();
