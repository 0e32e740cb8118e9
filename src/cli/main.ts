import { realShell } from './real-shell.ts';

/** The word by which the program knows that it runs in a thread of a batch; `po batch` starts those threads itself. */
const WORKER_WORD = 'batch-worker';

const start = async (words: readonly string[]): Promise<void> => {
  if (words[0] === WORKER_WORD) {
    const { batchWorker } = await import('./batch-worker.ts');
    batchWorker();
    return;
  }
  const { run } = await import('./program.ts');
  process.exitCode = await run(words, realShell());
};

void start(process.argv.slice(2));
