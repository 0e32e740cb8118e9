// Many accounts in one run: accounts a second, counted over the whole process, and whether memory grows with their number.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { account } from './accounts.mjs';

const HOLDINGS = 30;
const NOW = '2026-01-08T16:00:00-05:00';

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} environment
 * @param {number} rounds
 * @param {readonly number[]} sizes
 */
export function batch(program, environment, rounds, sizes) {
  const home = mkdtempSync(path.join(tmpdir(), 'po-bench-batch-'));
  try {
    const largest = Math.max(...sizes);
    const names = Array.from({ length: largest }, (_, index) => writeAccount(home, index));
    console.log(
      `node ${process.version}, ${availableParallelism()} cores, ${HOLDINGS} holdings an account, ${rounds} runs\n`,
    );
    for (const size of sizes) {
      writeFileSync(path.join(home, 'manifest'), `${names.slice(0, size).join('\n')}\n`);
      const runs = Array.from({ length: rounds }, () => timed(program, environment, home));
      const seconds = middle(runs.map((run) => run.seconds));
      const memory = middle(runs.map((run) => run.mebibytes));
      console.log(
        `${size} accounts: ${Math.round(size / seconds)} a second (${seconds.toFixed(2)} s), ${Math.round(memory)} MiB`,
      );
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * @param {string} home
 * @param {number} index
 */
function writeAccount(home, index) {
  const folder = path.join(home, String(index));
  mkdirSync(folder);
  const { portfolio, market } = account(HOLDINGS);
  writeFileSync(path.join(folder, 'Portfolio.md'), portfolio);
  writeFileSync(path.join(folder, 'market.json'), market);
  return `${index}/Portfolio.md`;
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd
 */
function timed(program, env, cwd) {
  const args = [
    '-f',
    '%e %M',
    process.execPath,
    program,
    'batch',
    '--manifest',
    'manifest',
    '--now',
    NOW,
    '--to',
    'lines',
  ];
  rmSync(path.join(cwd, 'lines'), { force: true });
  const { status, stderr } = spawnSync('/usr/bin/time', args, { cwd, env, encoding: 'utf8' });
  const [seconds = NaN, kibibytes = NaN] = stderr.trim().split(/\s+/u).slice(-2).map(Number);
  if (status !== 0 || Number.isNaN(kibibytes)) throw new Error(`exit code ${status}: ${stderr}`);
  return { seconds, mebibytes: kibibytes / 1024 };
}

/** @param {readonly number[]} figures */
function middle(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}
