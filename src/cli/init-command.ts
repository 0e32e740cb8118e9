import { lstatSync } from 'node:fs';
import path from 'node:path';
import defaults from '../../config/constraints.json' with { type: 'json' };
import schema from '../../config/constraints.schema.json' with { type: 'json' };
import { terminalText } from '../report/escape.ts';
import { say } from '../report/say.ts';
import { starterDocuments } from '../report/starter-documents.ts';
import { EXIT } from './exit-code.ts';
import { statedNow } from './now.ts';
import { Unusable, type Shell } from './shell.ts';
import { writeDocument } from './write-document.ts';

/** Options of `po init`. */
export interface InitOptions {
  readonly now?: string;
}

/** Length of the day in an ISO time. */
const DAY = 10;

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Everything that is written, the portfolio last: where it stands, the rest stands too. */
const filesOf = (day: string): readonly (readonly [string, string])[] => [
  ['config/constraints.schema.json', json(schema)],
  ['config/constraints.json', json(defaults)],
  ...[...starterDocuments(day)].reverse(),
];

const isTaken = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** `po init [FOLDER]`: writes a starter that can be planned as it is. Returns the exit code. */
export const initCommand = async (shell: Shell, given: string, options: InitOptions): Promise<number> => {
  const folder = path.resolve(shell.cwd, given);
  const files = filesOf(statedNow(shell, options.now).slice(0, DAY));
  const shown = (name: string): string => path.join(given, name);
  const taken = files.map(([name]) => name).filter((name) => isTaken(path.join(folder, name)));
  if (taken.length > 0) {
    const detail = { taken: taken.map(shown), several: taken.length > 1 };
    throw new Unusable({ code: 'init-names-taken', level: 'unusable', detail });
  }
  for (const [name, text] of files) await writeDocument(path.join(folder, name), text, shown(name));
  const names = files.map(([name]) => terminalText(shown(name)));
  shell.out(`${say('summary/init', { files: names, portfolio: terminalText(shown('Portfolio.md')) })}\n`);
  return EXIT.ok;
};
