import { characterWidth, textWidth } from './text-width.ts';

/** The longest beginning of a word that fits, at least one character. */
const cut = (word: string, room: number): readonly [string, string] => {
  let head = '';
  let width = 0;
  for (const character of word) {
    width += characterWidth(character);
    if (head !== '' && width > room) break;
    head += character;
  }
  return [head, word.slice(head.length)];
};

/** Breaks a text into lines of at most `width` columns, between words where it can. */
export const wrap = (text: string, width: number): readonly string[] => {
  const room = Math.max(1, width);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    let rest = word;
    if (line !== '' && textWidth(line) + 1 + textWidth(rest) > room) {
      lines.push(line);
      line = '';
    }
    while (textWidth(rest) > room) {
      const [head, tail] = cut(rest, room);
      lines.push(head);
      rest = tail;
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
};
