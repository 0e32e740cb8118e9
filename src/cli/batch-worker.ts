import { parentPort, workerData } from 'node:worker_threads';
import { batchAccount, type BatchTerms, type ConfigLoader } from './batch-account.ts';
import { discoverConfig } from './discover.ts';
import { configOf, type LoadedConfig } from './load-config.ts';
import { readInput } from './read-input.ts';
import { realShell } from './real-shell.ts';

/** Some accounts of a batch, by the number of the first. */
export interface Chunk {
  readonly first: number;
  readonly files: readonly string[];
}

/** Their lines, and the exit code of each. */
export interface ChunkResult {
  readonly first: number;
  readonly text: string;
  readonly exits: readonly number[];
}

/** Limits are the same for many accounts: each text of them is read and validated once. */
const cachingLoader = (): ConfigLoader => {
  const loaded = new Map<string, Promise<LoadedConfig>>();
  return async (shell, named, folder) => {
    const file = named ?? discoverConfig(folder);
    if (file === undefined) return configOf(undefined);
    const input = await readInput(shell, 'config', file, folder);
    const key = `${input.file}\n${input.text}`;
    const known = loaded.get(key) ?? configOf(input);
    loaded.set(key, known);
    return known;
  };
};

/** The work of one thread: plans the chunks that it is sent, one after the other. */
export const batchWorker = (): void => {
  const port = parentPort;
  if (port === null) throw new Error('A batch worker runs in a thread.');
  const terms = workerData as BatchTerms;
  const shell = realShell();
  const load = cachingLoader();
  port.on('message', ({ first, files }: Chunk) => {
    void (async () => {
      const results = [];
      for (const file of files) results.push(await batchAccount(shell, file, terms, load));
      const done: ChunkResult = {
        first,
        text: results.map(({ line }) => line).join(''),
        exits: results.map(({ exit }) => exit),
      };
      port.postMessage(done);
    })();
  });
};
