// An account whose plan has one large order, and the commands that these checks run on it.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'dist/po.js');
const NOW = '2026-01-09T10:00:00-05:00';

/**
 * @typedef {object} Ran how a command ended
 * @property {number | null} code null where it was killed
 * @property {string} out
 * @property {string} err
 */

/** @type {NodeJS.ProcessEnv} file calls one after the other, so that the n-th call is the same one in every run */
const environment = { ...process.env, UV_THREADPOOL_SIZE: '1', NO_COLOR: '1' };
delete environment['NODE_OPTIONS'];

/**
 * Makes an account in an empty folder: its first order sells 320 shares of NEM.
 * @param {string} folder
 */
export function makeAccount(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of ['Portfolio.md', 'market.json'])
    cpSync(path.join(root, 'examples', file), path.join(folder, file));
  const made = spawnSync(process.execPath, [program, 'rebalance', 'Portfolio.md', '--now', NOW, '--quiet'], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the account cannot be made: ${made.stderr}`);
}

/**
 * Starts `po` in an account.
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {readonly string[]} under the command that runs it, if any
 */
function start(folder, args, under = []) {
  const [command = '', ...rest] = [...under, process.execPath, program, ...args];
  return spawn(command, rest, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Runs `po` in an account.
 * @param {string} folder
 * @param {readonly string[]} args
 * @param {{ readonly under?: readonly string[], readonly killAfter?: number | undefined }} [how] the command that runs it;
 *   after how many milliseconds it is killed
 * @returns {Promise<Ran>}
 */
export function po(folder, args, { under, killAfter } = {}) {
  const child = start(folder, args, under);
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/**
 * The arguments that report a sale under a broker's number.
 * @param {string} id
 * @param {number} shares
 */
export const sale = (id, shares = 1) => ['fill', `SOLD ${shares} NEM @ 104.40`, '--id', id, '--now', NOW];

/**
 * Whether the person was told that the fill is in the books.
 * @param {Ran} ran
 */
export const isAcknowledged = ({ code, out }) => code === 0 || /^(?:already )?recorded/mu.test(out);

/** @param {string} folder */
export const documentIn = (folder) => readFileSync(path.join(folder, 'Portfolio.md'), 'utf8');

/**
 * How often the record holds each broker's number, read without any code of po.
 * @param {string} folder
 */
export function timesRecorded(folder) {
  const journal = path.join(folder, 'plans/journal');
  const names = existsSync(journal) ? readdirSync(journal).filter((name) => /^\d{8}\.json$/.test(name)) : [];
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const name of names) {
    const { kind, fill } = JSON.parse(readFileSync(path.join(journal, name), 'utf8'));
    if (kind === 'filled') times.set(fill.id, (times.get(fill.id) ?? 0) + 1);
    if (kind === 'quarantined') times.set('in quarantine', (times.get('in quarantine') ?? 0) + 1);
  }
  return times;
}

/**
 * What is wrong with an account in which all of these were reported: each has to be in the books once, the record has to
 * be in order, and the document has to be this one.
 * @param {string} folder
 * @param {readonly string[]} ids
 * @param {string} expected
 * @returns {Promise<string[]>}
 */
export async function faultsOf(folder, ids, expected) {
  const faults = [];
  for (const command of ['status', 'verify']) {
    const { code, err } = await po(folder, command === 'status' ? [command, '--now', NOW] : [command]);
    if (code !== 0) faults.push(`po ${command} ends with ${code}: ${err}`);
  }
  const times = timesRecorded(folder);
  for (const id of new Set([...ids, ...times.keys()]))
    if (times.get(id) !== (ids.includes(id) ? 1 : 0)) faults.push(`${id} is in the record ${times.get(id) ?? 0} times`);
  if (documentIn(folder) !== expected) faults.push('Portfolio.md is not what it should be');
  return faults;
}
