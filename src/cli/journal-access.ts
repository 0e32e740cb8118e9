import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Access } from '../journal/access.ts';
import { JOURNAL_DISK } from './journal-disk.ts';

/** The way of this process to the record beside a portfolio. `at` is the stated time. */
export const journalAccess = (portfolio: string, at: string): Access => ({
  disk: JOURNAL_DISK,
  digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  home: path.dirname(portfolio).split(path.sep).join('/'),
  document: path.basename(portfolio),
  unique: () => randomBytes(12).toString('hex'),
  at,
});
