import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { splitAnchor } from '../model/anchor.ts';
import { Unusable, type Shell } from './shell.ts';
import { sha256 } from './digest.ts';

/**
 * One file as it was read: its label in messages, its text, and the digest of its bytes. Of a portfolio both are of the body,
 * without the anchor of the journal: recording something changes no plan.
 */
export interface Input {
  readonly role: 'portfolio' | 'market' | 'stock' | 'config' | 'sectors' | 'export' | 'manifest';
  /** The path in messages and records: relative to the portfolio's folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
}

/** No document that a person keeps is larger; whatever is, is refused before it is read. */
const LARGEST = 1_048_576;

const refuse = (code: string, detail: Readonly<Record<string, string | number>>): Unusable =>
  new Unusable({ code, level: 'unusable', detail });

/** The inputs are small and nothing else can be done before they are there: read at once they are there soonest. */
const bytesOf = async (shell: Shell, given: string): Promise<Buffer> => {
  if (given === '-') return shell.readStdin();
  const full = path.resolve(shell.cwd, given);
  try {
    const found = statSync(full);
    if (!found.isFile()) throw refuse('file-not-a-file', { path: given });
    if (found.size > LARGEST) throw refuse('file-too-large', { path: given, bytes: found.size, most: LARGEST });
    return readFileSync(full);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw refuse(reason === 'ENOENT' ? 'file-missing' : 'file-unreadable', { path: given, reason });
  }
};

/** Reads one input file whole. `-` is standard input. What cannot be read is refused by name. */
export const readInput = async (shell: Shell, role: Input['role'], given: string, base: string): Promise<Input> => {
  const bytes = await bytesOf(shell, given);
  if (bytes.length > LARGEST) throw refuse('file-too-large', { path: given, bytes: bytes.length, most: LARGEST });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refuse('file-not-text', { path: given });
  }
  const relative = path.relative(base, path.resolve(shell.cwd, given));
  const file = given === '-' ? 'stdin.md' : relative.split(path.sep).join('/');
  const { body } = role === 'portfolio' ? splitAnchor(text) : { body: text };
  return { role, file, text: body, sha256: sha256(body) };
};

/** The folder beside which everything of a portfolio lies. */
export const folderOf = (shell: Shell, portfolio: string): string =>
  portfolio === '-' ? shell.cwd : path.dirname(path.resolve(shell.cwd, portfolio));
