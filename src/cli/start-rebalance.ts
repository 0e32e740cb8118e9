import { explainFailure } from './explain-failure.ts';
import { plainRebalance } from './plain-rebalance.ts';
import { realShell } from './real-shell.ts';
import { rebalanceCommand } from './rebalance-command.ts';

/** Runs `po rebalance` where the words after it are in their plain form; false, and nothing done, where they are not. */
export const start = (words: readonly string[]): boolean => {
  const plain = plainRebalance(words);
  if (plain === undefined) return false;
  const shell = realShell();
  void rebalanceCommand(shell, plain.file, plain.options)
    .catch((error: unknown) => explainFailure(shell, error))
    .then((code) => (process.exitCode = code));
  return true;
};
