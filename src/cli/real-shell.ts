import type { Shell } from './shell.ts';

const DEFAULT_WIDTH = 100;

const readAll = async (): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};

/** Colour only where a person looks at a terminal and did not ask for none (no-color.org). */
const wantsColour = (stream: NodeJS.WriteStream): boolean => {
  const noColour = process.env['NO_COLOR'] ?? '';
  return stream.isTTY && noColour === '' && process.env['TERM'] !== 'dumb';
};

/** The process that the program really runs in. */
export const realShell = (): Shell => ({
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readStdin: readAll,
  clock: () => new Date(),
  cwd: process.cwd(),
  width: process.stdout.isTTY ? process.stdout.columns : DEFAULT_WIDTH,
  colour: { out: wantsColour(process.stdout), err: wantsColour(process.stderr) },
});
