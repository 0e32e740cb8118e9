// The person of the simulation: edits the document in an editor that may be showing an old version of it.
import { linesOf } from '../../src/journal/text.ts';
import type { Dice } from './dice.ts';

/** Somebody with the document open. */
export interface Person {
  /** The notes that the document must have in the end, and those that it may not have any more. */
  readonly wanted: ReadonlySet<string>;
  readonly unwanted: ReadonlySet<string>;
  /** Looks at the file as it is now. */
  readonly reload: (text: string) => void;
  /** Changes something in what the editor shows; the text that is saved. */
  readonly edit: () => string;
  /** Settles by hand what po refuses to settle: the record's text with all of their notes, and no anchor. */
  readonly settle: (recorded: string) => string;
}

const isNote = (line: string): boolean => line.startsWith('note ');

export const personWith = (first: string, dice: Dice): Person => {
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  let shown = first;
  let notes = 0;

  const newNote = (): string => {
    notes += 1;
    wanted.add(`note ${notes}`);
    return `note ${notes}\n`;
  };
  const drop = (line: string): void => {
    wanted.delete(line.trimEnd());
    unwanted.add(line.trimEnd());
  };
  /** Adds a note somewhere, seldom behind the anchor; or changes or deletes one. */
  const changed = (lines: readonly string[]): readonly string[] => {
    const old = lines.flatMap((line, at) => (isNote(line) ? [at] : []));
    const kind = old.length === 0 ? 0 : dice.roll(4);
    if (kind < 2) return lines.toSpliced(dice.roll(lines.length + Number(dice.happens(100))), 0, newNote());
    const at = dice.pick(old);
    drop(lines[at] ?? '');
    return lines.toSpliced(at, 1, ...(kind === 2 ? [newNote()] : []));
  };

  return {
    wanted,
    unwanted,
    reload: (text) => {
      shown = text;
    },
    edit: () => {
      const lines = linesOf(shown);
      const isAnchorLast = lines.at(-1)?.startsWith('<!-- po:journal') === true;
      const strips = isAnchorLast && dice.happens(60);
      shown = (strips ? lines.slice(0, -1) : changed(lines)).join('');
      return shown;
    },
    settle: (recorded) => {
      const lines = linesOf(recorded).filter((line) => !unwanted.has(line.trimEnd()));
      const missing = [...wanted].filter((note) => !lines.includes(`${note}\n`));
      shown = [...lines, ...missing.map((note) => `${note}\n`)].join('');
      return shown;
    },
  };
};
