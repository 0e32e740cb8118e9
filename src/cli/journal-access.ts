import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Access } from '../journal/access.ts';
import { sha256 } from './digest.ts';
import { JOURNAL_DISK } from './journal-disk.ts';

/** The file itself where its name is a link: rewriting it would replace the link by a file. */
const realPath = (file: string): string => (existsSync(file) ? realpathSync(file) : file);

/** The way of this process to the record beside a portfolio. `at` is the stated time. */
export const journalAccess = (portfolio: string, at: string): Access => {
  const real = realPath(portfolio);
  return {
    disk: JOURNAL_DISK,
    digest: sha256,
    home: path.dirname(real).split(path.sep).join('/'),
    document: path.basename(real),
    unique: () => randomBytes(12).toString('hex'),
    at,
  };
};
