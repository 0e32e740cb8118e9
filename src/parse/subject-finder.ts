import { isSubject, type Known } from './subject-of.ts';

/** Makes a test for "this text names a sector, a ticker or cash of this account somewhere". */
export const subjectFinder = (known: Known): ((text: string) => boolean) => {
  const seen = new Map<string, boolean>();
  const named = (phrase: string): boolean => {
    const earlier = seen.get(phrase);
    if (earlier !== undefined) return earlier;
    const found = isSubject(phrase, known);
    seen.set(phrase, found);
    return found;
  };
  return (text) => {
    const words = text.match(/[\p{L}\p{N}&./-]+/gu)?.map((word) => word.replace(/[.&/-]+$/, '')) ?? [];
    return words.some((word, at) => {
      const pair = `${word} ${words[at + 1] ?? ''}`;
      // One letter, or a word that is only spelled like a ticker in capitals, says nothing by itself.
      return (word.length > 1 && named(word)) || named(pair);
    });
  };
};
