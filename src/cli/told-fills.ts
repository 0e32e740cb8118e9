import type { Issue } from '../model/issue.ts';
import type { LeftOutRow } from '../model/transactions.ts';
import { readFillWords } from '../parse/read-fill-words.ts';
import type { ToldFill } from '../parse/told-fill.ts';
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
const sentence = ({ order = '', shares = '', price = '', fees, at, id }: FillOptions): string =>
  [
    `order ${order}: ${shares} @ ${price}`,
    ...(fees === undefined ? [] : [`fees ${fees}`]),
    ...(id === undefined ? [] : [`id ${id}`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ].join(' ');

const OPTIONS = ['order', 'shares', 'price', 'fees', 'at', 'id'] as const;

/** One way of telling at a time, and that one whole: nothing that a person says is passed over. */
const refuseMixed = (words: readonly string[], options: FillOptions): void => {
  const named = OPTIONS.filter((name) => options[name] !== undefined);
  const { order, shares, price, csv } = options;
  const isWhole = order !== undefined && shares !== undefined && price !== undefined;
  const ways = [words.length > 0, csv !== undefined, named.length > 0].filter(Boolean).length;
  if (ways < 2 && (named.length === 0 || isWhole)) return;
  const given = [
    ...(words.length > 0 ? ['words'] : []),
    ...named.map((name) => `--${name}`),
    ...(csv === undefined ? [] : ['--csv']),
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
  const { value, issues } = readTransactions(input.text, input.file);
  // A row that is not understood may be a fill: nothing of the file is recorded then.
  const isUnusable = issues.some(({ level }) => level === 'unusable');
  if (value === undefined || isUnusable) throw new UnreadableFills([input], issues);
  return { fills: value.fills, leftOut: value.leftOut, issues, sources: [input] };
};

/** Reads what a person reports: an order by its number, words, standard input (`-`), or a broker's export. */
export const toldFills = async (shell: Shell, words: readonly string[], options: FillOptions): Promise<Told> => {
  refuseMixed(words, options);
  if (options.csv !== undefined) return fromExport(shell, options.csv);
  if (options.order !== undefined) return inWords(sentence(options), 'options');
  if (words.length === 1 && words[0] === '-') return inWords((await shell.readStdin()).toString('utf8'), 'stdin');
  return inWords(spoken(words), 'words');
};
