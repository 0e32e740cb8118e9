import { subjectNamed, type Known, type Subject } from './subject-of.ts';

type Kind = Subject['kind'];

/** Makes a search for what a text names somewhere: sectors, tickers or cash of this account. */
export const subjectFinder = (known: Known): ((text: string, kinds: readonly Kind[]) => boolean) => {
  const seen = new Map<string, Kind | undefined>();
  const kindOf = (phrase: string): Kind | undefined => {
    if (!seen.has(phrase)) seen.set(phrase, subjectNamed(phrase, known)?.kind);
    return seen.get(phrase);
  };
  return (text, kinds) => {
    const words = text.match(/[\p{L}\p{N}&./-]+/gu)?.map((word) => word.replace(/[.&/-]+$/, '')) ?? [];
    const named = (phrase: string): boolean => {
      const kind = kindOf(phrase);
      return kind !== undefined && kinds.includes(kind);
    };
    return words.some((word, at) => {
      // One letter, or a word that is only spelled like a ticker in capitals, says nothing by itself.
      return (word.length > 1 && named(word)) || named(`${word} ${words[at + 1] ?? ''}`);
    });
  };
};
