/** What is written in ASCII otherwise; every other character becomes a question mark. */
const OTHERWISE: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '→': '->',
  '×': 'x',
  '·': '-',
  '█': '#',
  '▒': '+',
  '░': '-',
};

/** The marks of the terminal layout and of its colours are left: they are gone before anything is printed. */
const OTHERS = /[^\n -~¦°\ue000-\uf8ff]/gu;

/** A text of the terminal in ASCII, as far as there is a way to say it. */
export const asciiText = (text: string): string => text.replaceAll(OTHERS, (one) => OTHERWISE[one] ?? '?');
