import { Worker } from 'node:worker_threads';
import type { BatchTerms } from './batch-account.ts';
import type { Chunk, ChunkResult } from './batch-worker.ts';

/** The word by which the program knows that it runs in a thread of a batch. */
const WORKER_WORD = 'batch-worker';

const CHUNK = 32;
/** Chunks that lie ready for each thread, the one that it works on included: it never waits. */
const READY = 2;
/** Chunks a thread that may be sent beyond the last that was handed on: memory stays flat where one of them takes long. */
const AHEAD = 4;

const chunksOf = (files: readonly string[]): readonly Chunk[] =>
  Array.from({ length: Math.ceil(files.length / CHUNK) }, (_, index) => ({
    first: index * CHUNK,
    files: files.slice(index * CHUNK, (index + 1) * CHUNK),
  }));

/** Hands on results in the order of the chunks, whatever order they come in; says how many it has handed on. */
const inOrder = (take: (result: ChunkResult) => void): ((result: ChunkResult) => number) => {
  const waiting = new Map<number, ChunkResult>();
  let handed = 0;
  return (result) => {
    waiting.set(result.first, result);
    for (let next = waiting.get(handed * CHUNK); next !== undefined; next = waiting.get(handed * CHUNK)) {
      waiting.delete(next.first);
      handed += 1;
      take(next);
    }
    return handed;
  };
};

/** Plans many accounts in threads and hands on their lines in the order of the accounts, however long each takes. */
export const inThreads = async (
  files: readonly string[],
  terms: BatchTerms,
  { threads, program }: { readonly threads: number; readonly program: string },
  take: (result: ChunkResult) => void,
): Promise<void> => {
  const chunks = chunksOf(files);
  if (chunks.length === 0) return;
  const handOn = inOrder(take);
  const workers = Array.from({ length: Math.min(threads, chunks.length) }, () => ({
    thread: new Worker(program, { argv: [WORKER_WORD], workerData: terms }),
    ready: 0,
  }));
  let [sent, handed] = [0, 0];
  const fill = (): void => {
    for (const worker of workers) {
      while (worker.ready < READY && sent < Math.min(chunks.length, handed + workers.length * AHEAD)) {
        worker.thread.postMessage(chunks[sent]);
        worker.ready += 1;
        sent += 1;
      }
    }
  };
  try {
    await new Promise<void>((resolve, reject) => {
      for (const worker of workers) {
        worker.thread.on('error', reject);
        worker.thread.on('message', (result: ChunkResult) => {
          worker.ready -= 1;
          try {
            handed = handOn(result);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
          if (handed === chunks.length) resolve();
          else fill();
        });
      }
      fill();
    });
  } finally {
    await Promise.all(workers.map(({ thread }) => thread.terminate()));
  }
};
