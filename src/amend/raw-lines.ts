/** One line of a document: its characters, and the line end that follows it. */
export interface RawLine {
  readonly text: string;
  /** Empty at the end of the document. */
  readonly end: string;
}

/** Splits a text so that `joinLines` gives back every byte. */
export const rawLines = (text: string): readonly RawLine[] => {
  const parts = text.split(/(\r\n|\n|\r)/);
  const lines: RawLine[] = [];
  for (let at = 0; at < parts.length; at += 2) lines.push({ text: parts[at] ?? '', end: parts[at + 1] ?? '' });
  return lines;
};

export const joinLines = (lines: readonly RawLine[]): string => lines.map(({ text, end }) => `${text}${end}`).join('');
