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
const sentence = (beginning: string, { fees, at, id }: FillOptions): string =>
  [
    beginning,
    ...(fees === undefined ? [] : [`fees ${fees}`]),
    ...(id === undefined ? [] : [`id ${id}`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ].join(' ');

/** The fill that the options tell whole. */
const ordered = (options: FillOptions): string =>
  sentence(`order ${options.order ?? '?'}: ${options.shares ?? '?'} @ ${options.price ?? '?'}`, options);

const ORDER = ['order', 'shares', 'price'] as const;
const EXTRAS = ['fees', 'at', 'id'] as const;

/** Refuses options of one fill beside fills that are told otherwise: nobody would notice that they do not count. */
const refuseBeside = (options: FillOptions, names: readonly (typeof ORDER | typeof EXTRAS)[number][]): void => {
  const given = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length === 0) return;
  throw new Unusable({ code: 'fill-options-unclear', level: 'unusable', detail: { options: given.join(', ') } });
};

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
  if (value === undefined) throw new UnreadableFills([input], issues);
  return { fills: value.fills, leftOut: value.leftOut, issues, sources: [input] };
};

/** Reads what a person reports: an order by its number, words, standard input (`-`), or a broker's export. */
export const toldFills = async (shell: Shell, words: readonly string[], options: FillOptions): Promise<Told> => {
  const [only = '', ...others] = words;
  if (options.csv === undefined && options.order !== undefined && words.length === 0)
    return inWords(ordered(options), 'options');
  refuseBeside(options, ORDER);
  if (options.csv === undefined && only !== '-' && others.length === 0)
    return inWords(sentence(only, options), 'words');
  refuseBeside(options, EXTRAS);
  if (options.csv !== undefined) return fromExport(shell, options.csv);
  if (only === '-') return inWords((await shell.readStdin()).toString('utf8'), 'stdin');
  return inWords(words.join('\n'), 'words');
};
