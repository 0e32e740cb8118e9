/** Marks for colours in a text that is still to be laid out. No text from outside can hold them: they are private. */
export const PAINT = {
  good: '\ue001',
  warn: '\ue002',
  bad: '\ue003',
  strong: '\ue004',
  dim: '\ue005',
  off: '\ue000',
} as const;

const SGR: Readonly<Record<string, string>> = {
  [PAINT.good]: '\u001b[32m',
  [PAINT.warn]: '\u001b[33m',
  [PAINT.bad]: '\u001b[31m',
  [PAINT.strong]: '\u001b[1m',
  [PAINT.dim]: '\u001b[2m',
  [PAINT.off]: '\u001b[0m',
};

const MARKS = /[\ue000-\ue005]/gu;

/** Turns the marks into the colours of a terminal, or leaves them out. */
export const painted = (text: string, colour: boolean): string =>
  text.replace(MARKS, (mark) => (colour ? (SGR[mark] ?? '') : ''));
