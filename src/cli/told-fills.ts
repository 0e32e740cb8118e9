import type { Issue } from '../model/issue.ts';
import type { LeftOutRow } from '../model/transactions.ts';
import { readFillWords } from '../parse/read-fill-words.ts';
import type { ToldFill } from '../parse/told-fill.ts';
import { inTime } from './in-time.ts';
import { readInput, type Input } from './read-input.ts';
import { Unusable, type Shell } from './shell.ts';

/** How a person reports fills. */
export interface FillOptions {
  readonly order?: string;
  readonly shares?: string;
  readonly price?: string;
  readonly fees?: string;
  readonly at?: string;
  readonly id?: string;
  readonly csv?: string;
}

/** What was reported, and where it was read. */
export interface Told {
  readonly fills: readonly ToldFill[];
  readonly leftOut: readonly LeftOutRow[];
  readonly issues: readonly Issue[];
  readonly sources: readonly Input[];
}

/** The options as the sentence that they stand for, so that they are read and refused like any other. */
const sentence = (beginning: string, { fees, at, id }: FillOptions): string =>
  [
    beginning,
    ...(fees === undefined ? [] : [`fees ${fees}`]),
    ...(id === undefined ? [] : [`id ${id}`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ].join(' ');

/** The fill that the options tell whole. */
const ordered = ({ order = '', shares = '', price = '', ...rest }: FillOptions): string =>
  sentence(`order ${order}: ${shares} @ ${price}`, rest);

const ORDER = ['order', 'shares', 'price'] as const;
const EXTRAS = ['fees', 'at', 'id'] as const;

/** Whether the options that are given tell one fill, alone or beside its words; the others would be passed over. */
const isOneFill = (words: readonly string[], options: FillOptions): boolean => {
  const told = ORDER.filter((name) => options[name] !== undefined).length;
  const isSpoken = words.length > 0 && words[0] !== '-' && options.csv === undefined;
  const isSingle = isSpoken && spoken(words).split(/[\n;]/).length === 1;
  if (told > 0) return told === ORDER.length && words.length === 0 && options.csv === undefined;
  return isSingle || EXTRAS.every((name) => options[name] === undefined);
};

/** One way of telling at a time, and that one whole: nothing that a person says is passed over. */
const refuseMixed = (words: readonly string[], options: FillOptions): void => {
  if (isOneFill(words, options) && (words.length === 0 || options.csv === undefined)) return;
  const given = [
    ...(words.length > 0 ? ['words'] : []),
    ...[...ORDER, ...EXTRAS].filter((name) => options[name] !== undefined).map((name) => `--${name}`),
    ...(options.csv === undefined ? [] : ['--csv']),
  ];
  throw new Unusable({ code: 'fill-options-unclear', level: 'unusable', detail: { given } });
};

/** Quoted words are a fill each; words without quotes are one fill together. */
const spoken = (words: readonly string[]): string => words.join(words.some((word) => /\s/.test(word)) ? '\n' : ' ');

const inWords = (text: string, file: string): Told => {
  const { value, issues } = readFillWords(text, file);
  const sources: readonly Input[] = [{ role: 'portfolio', file, text, sha256: '' }];
  if (value === undefined || issues.length > 0) throw new UnreadableFills(sources, issues);
  return { fills: value, leftOut: [], issues, sources };
};

/** Reports that are not understood; their text goes along so that the message can show the line. */
class UnreadableFills extends Unusable {
  override readonly sources: readonly Input[];

  constructor(sources: readonly Input[], issues: readonly Issue[]) {
    super(...issues);
    this.sources = sources;
  }
}

const fromExport = async (shell: Shell, file: string): Promise<Told> => {
  const input = await readInput(shell, 'market', file, shell.cwd);
  const { readTransactions } = await import('../parse/read-transactions.ts');
  const { value, issues } = inTime([input], () => readTransactions(input.text, input.file));
  // A row that is not understood may be a fill: nothing of the file is recorded then.
  const isUnusable = issues.some(({ level }) => level === 'unusable');
  if (value === undefined || isUnusable) throw new UnreadableFills([input], issues);
  return { fills: value.fills, leftOut: value.leftOut, issues, sources: [input] };
};

/** Reads what a person reports: an order by its number, words, standard input (`-`), or a broker's export. */
export const toldFills = async (shell: Shell, words: readonly string[], options: FillOptions): Promise<Told> => {
  refuseMixed(words, options);
  if (options.csv !== undefined) return fromExport(shell, options.csv);
  if (options.order !== undefined) return inWords(ordered(options), 'options');
  if (words.length === 1 && words[0] === '-') return inWords((await shell.readStdin()).toString('utf8'), 'stdin');
  return inWords(sentence(spoken(words), options), 'words');
};
