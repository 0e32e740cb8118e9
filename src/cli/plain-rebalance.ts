import type { RebalanceOptions } from './rebalance-command.ts';

/** `po rebalance` as it was asked for. */
export interface PlainRebalance {
  readonly file: string;
  readonly options: RebalanceOptions;
}

/** The options that take a value, and the name of each. `--stock` may be repeated, `--basis` knows two words: see below. */
const VALUES = ['--market', '--sectors', '--config', '--now', '--out', '--stock', '--basis'] as const;

const FLAGS = {
  '--json': 'json',
  '--quiet': 'quiet',
  '--accept-exceptions': 'acceptExceptions',
  '--fewest-orders': 'fewestOrders',
} as const;

const isFlag = (word: string): word is keyof typeof FLAGS => Object.hasOwn(FLAGS, word);

const isOption = (word: string): word is (typeof VALUES)[number] => (VALUES as readonly string[]).includes(word);

/** A word that can be nothing but a value: no option, and not nothing. */
const isValue = (word: string | undefined): word is string =>
  word !== undefined && word !== '' && !word.startsWith('-');

/**
 * Reads the arguments after `rebalance` where they are in their plain form: one file, flags, and options each followed by its
 * value. Undefined for every other form, and for whatever deserves an error or help: commander reads that, and loading it
 * is what a plain run is spared.
 */
export const plainRebalance = (words: readonly string[]): PlainRebalance | undefined => {
  const files: string[] = [];
  const stock: string[] = [];
  const options: Record<string, string | boolean | readonly string[]> = { sell: true }; // as commander reads `--no-sell`
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (isFlag(word)) options[FLAGS[word]] = true;
    else if (isOption(word)) {
      const value = words[(at += 1)];
      const name = word.slice(2);
      if (!isValue(value) || (word === '--basis' && value !== 'total' && value !== 'invested')) return undefined;
      if (word === '--stock') stock.push(value);
      options[name] = word === '--stock' ? stock : value;
    } else if (isValue(word)) files.push(word);
    else return undefined;
  }
  const [file, ...others] = files;
  return file === undefined || others.length > 0 ? undefined : { file, options };
};
