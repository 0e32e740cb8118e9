import { fstatSync, writeSync } from 'node:fs';
import type { Shell } from './shell.ts';

const DEFAULT_WIDTH = 100;

const readAll = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};

type Stream = 'stdout' | 'stderr';

const FILE = { stdout: 1, stderr: 2 } as const;

/** Whether a stream may be a terminal. Asking the stream itself would load half of Node's network code first. */
const mayBeTerminal = (stream: Stream): boolean => {
  try {
    return fstatSync(FILE[stream]).isCharacterDevice();
  } catch {
    return false;
  }
};

/** Writes to a file or a pipe directly; what a full pipe does not take goes through the stream, which waits. */
const writerOf = (stream: Stream) => (text: string) => {
  let bytes = Buffer.from(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(FILE[stream], bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') process[stream].write(bytes);
    else if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
};

/** Colour only where a person looks at a terminal and did not ask for none (no-color.org). */
const wantsColour = (stream: Stream): boolean => {
  const noColour = process.env['NO_COLOR'] ?? '';
  return mayBeTerminal(stream) && process[stream].isTTY && noColour === '' && process.env['TERM'] !== 'dumb';
};

/** ASCII only where a person asks for it, or looks at a terminal whose locale names another character set than UTF-8. */
const wantsAscii = (): boolean => {
  const { PO_ASCII, LC_ALL, LC_CTYPE, LANG } = process.env;
  if (PO_ASCII !== undefined && PO_ASCII !== '') return true;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((one) => one !== undefined && one !== '');
  return locale !== undefined && !/utf-?8/iu.test(locale) && mayBeTerminal('stdout') && process.stdout.isTTY;
};

/** The process that the program really runs in. */
export const realShell = (): Shell => ({
  out: writerOf('stdout'),
  err: writerOf('stderr'),
  readStdin: readAll,
  clock: () => new Date(),
  cwd: process.cwd(),
  width: mayBeTerminal('stdout') && process.stdout.isTTY ? process.stdout.columns : DEFAULT_WIDTH,
  ascii: wantsAscii(),
  watched: mayBeTerminal('stderr') && process.stderr.isTTY,
  colour: { out: wantsColour('stdout'), err: wantsColour('stderr') },
});
