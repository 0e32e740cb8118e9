import { runInThisContext } from 'node:vm';
import { Unusable } from './shell.ts';

/** Below this many characters the caps on what is parsed are enough: a person's own documents are never timed. */
const SMALL = 65_536;
const MEBIBYTE = 1_048_576;
/** What reading and planning may take for every mebibyte that is begun. */
const MILLISECONDS = 1500;

const KEY = 'po.work';

/** Where the work is handed over: a script that can be stopped sees only what is global. */
const place = globalThis as unknown as Record<string, unknown>;

const isStopped = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * Does what has to be done with texts, or refuses when it takes too long: the last resort behind the caps, for what they
 * do not foresee (ADR 0049). The work must be synchronous and change nothing outside of itself.
 */
export const inTime = <T>(texts: readonly { readonly text: string }[], work: () => T): T => {
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (size < SMALL) return work();
  const timeout = MILLISECONDS * Math.ceil(size / MEBIBYTE);
  place[KEY] = work;
  try {
    return runInThisContext(`globalThis['${KEY}']()`, { timeout }) as T;
  } catch (error) {
    if (!isStopped(error)) throw error;
    const detail = { characters: size, seconds: (timeout / 1000).toFixed(1) };
    throw new Unusable({ code: 'took-too-long', level: 'unusable', detail });
  } finally {
    Reflect.deleteProperty(place, KEY);
  }
};
