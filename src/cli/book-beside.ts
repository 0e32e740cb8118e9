import { existsSync } from 'node:fs';
import path from 'node:path';
import { EMPTY_BOOK, type Book } from './book.ts';
import type { Gathered } from './gather.ts';
import type { Shell } from './shell.ts';

/** What is on record beside a portfolio. Where nothing is, the journal's reader is not even loaded. */
export const bookBeside = async (shell: Shell, { folder, inputs }: Gathered): Promise<Book> => {
  const [portfolio] = inputs;
  if (portfolio === undefined || !existsSync(path.join(folder, 'plans', 'journal'))) return EMPTY_BOOK;
  const { readBook } = await import('./record-book.ts');
  return readBook(shell, folder, portfolio.text);
};
