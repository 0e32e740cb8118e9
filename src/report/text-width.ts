const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Emoji_Presentation}/u;
/** Combining marks, and the marks for colours. */
const NO_WIDTH = /[\p{M}\ue000-\ue005]/u;

/** One column for each unit: Latin letters, figures, punctuation. */
const NARROW = /^[\0-\u02ff]*$/;

/** How many columns of a terminal one character takes. */
export const characterWidth = (character: string): number => {
  if (character < '\u0300') return 1;
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) || EMOJI.test(character) ? 2 : 1;
};

/** How many columns of a terminal a text without control characters takes. */
export const textWidth = (text: string): number => {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
};
