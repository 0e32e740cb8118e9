// `po fill` is killed before every call with which it could change a file, one run for each; strace counts and kills.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { documentIn, faultsOf, isAcknowledged, makeAccount, po, sale, timesRecorded } from './account.mjs';

/**
 * Every call by which Node changes files. openat also opens for reading, and is counted for each thread, so that the main
 * one's may come first: what a run leaves that is killed there is also left by one that is killed at the wake-up of the main
 * thread (a write) that comes between any two calls.
 */
const CALLS = [
  ...['openat', 'mkdir', 'fchmod', 'write', 'pwrite64', 'writev', 'fsync', 'fdatasync', 'ftruncate'],
  ...['link', 'linkat', 'rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'rmdir'],
];
/** More calls than a run makes: the search for the first unharmed run has gone astray. */
const TOO_MANY = 2000;
/** How often the kinds of calls are gone through of which a call was missed. */
const PASSES = 8;
const ID = 'K1';

/** Why this cannot run here, if it cannot. */
function obstacle() {
  if (spawnSync('strace', ['-V']).error !== undefined) return 'there is no strace';
  const { status, stderr } = spawnSync('strace', ['-e', 'trace=none', 'true'], { encoding: 'utf8' });
  return status === 0 ? undefined : `strace may not trace: ${stderr.trim()}`;
}

/**
 * The changing calls of a log that concern the files of an account, each without what differs from run to run.
 * @param {string} log
 * @param {string} folder
 */
const callsOn = (log, folder) =>
  log
    .split('\n')
    .filter((line) => line.includes(folder) && !line.includes(' openat('))
    .map((line) =>
      line
        .replace(/^\d+ +/u, '')
        .replaceAll(folder, '')
        .replaceAll(/\.writing-\w+/gu, '.writing')
        .replace(/(\w+\()\d+</u, '$1<')
        .replace(/\)? +(?:=|<unfinished|<\.\.\.).*$/u, ''),
    );

/**
 * @typedef {object} Scene a kind of account to report a fill in
 * @property {string} name
 * @property {string} folder as it is before the fill
 * @property {readonly string[]} ids what is recorded in it
 * @property {string} expected the document after the fill
 * @property {readonly string[]} kinds which kinds of calls a whole run makes
 * @property {ReadonlySet<string>} calls its changing calls of the account's files
 */

/**
 * @param {string} home
 * @param {string} name
 * @param {readonly string[]} ids
 * @returns {Promise<Scene>}
 */
async function scene(home, name, ids) {
  const folder = path.join(home, name);
  makeAccount(folder);
  for (const id of ids) await po(folder, sale(id, 3));
  const whole = path.join(home, `${name}-whole`);
  cpSync(folder, whole, { recursive: true });
  const log = `${whole}.log`;
  await po(whole, sale(ID), { under: ['strace', '-f', '-y', '-o', log, '-e', `trace=${CALLS.join(',')}`] });
  const text = readFileSync(log, 'utf8');
  const kinds = CALLS.filter((call) => text.includes(` ${call}(`));
  return { name, folder, ids, expected: documentIn(whole), kinds, calls: new Set(callsOn(text, whole)) };
}

/**
 * @typedef {object} Stop what came of one run
 * @property {boolean} killed
 * @property {boolean} acknowledged
 * @property {string | undefined} last the call of the account's files before which it was killed
 * @property {string[]} faults
 */

/**
 * Kills the run before its n-th call of this kind, reports the fill again, and looks at what is there.
 * @param {Scene} from
 * @param {string} call
 * @param {number} n
 * @returns {Promise<Stop>}
 */
async function stopAt({ name, folder, ids, expected }, call, n) {
  const place = `${folder}-${call}-${n}`;
  cpSync(folder, place, { recursive: true });
  const log = `${place}.log`;
  const under = ['strace', '-f', '-y', '-o', log, '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${n}`];
  const ran = await po(place, sale(ID), { under });
  const text = readFileSync(log, 'utf8');
  const killed = text.includes('+++ killed by SIGKILL');
  const last = text.split('\n').findLast((line) => line.includes(` ${call}(`)) ?? '';
  const faults = [];
  if (isAcknowledged(ran) && timesRecorded(place).get(ID) !== 1)
    faults.push('the fill was acknowledged, but is not there once');
  const again = await po(place, sale(ID));
  if (again.code !== 0) faults.push(`the fill, told again, ends with ${again.code}: ${again.err}`);
  faults.push(...(await faultsOf(place, [...ids, ID], expected)));
  if (faults.length === 0) for (const left of [place, log]) rmSync(left, { recursive: true });
  return {
    killed,
    acknowledged: isAcknowledged(ran),
    last: killed ? callsOn(last, place)[0] : undefined,
    faults: faults.map((fault) => `${name}, killed before ${call} ${n}: ${fault}`),
  };
}

/**
 * Kills before the first call of a kind, the second and so on, until a run comes to its end.
 * @param {Scene} from
 * @param {string} call
 */
async function stopAtAll(from, call) {
  /** @type {Stop[]} */
  const stops = [];
  for (let n = 1; n < TOO_MANY; n += availableParallelism()) {
    const next = Array.from({ length: availableParallelism() }, (_, index) => stopAt(from, call, n + index));
    stops.push(...(await Promise.all(next)));
    if (stops.some(({ killed }) => !killed)) return stops;
  }
  throw new Error(`${call}: no run came to its end`);
}

/**
 * @param {Scene} from
 * @param {ReadonlySet<string | undefined>} reached
 */
const missedIn = ({ calls }, reached) => [...calls].filter((call) => !reached.has(call));

/** @param {Scene} from */
async function killEverywhere(from) {
  /** @type {Stop[]} */
  const stops = [];
  /** @type {Set<string | undefined>} */
  const reached = new Set();
  // Wake-ups are at times written once for two calls, so that a later run counts less, and one count may skip a call.
  let kinds = from.kinds;
  for (let pass = 0; pass < PASSES && kinds.length > 0; pass += 1) {
    for (const call of kinds) stops.push(...(await stopAtAll(from, call)));
    for (const { last } of stops) reached.add(last);
    kinds = kinds.filter((call) => missedIn(from, reached).some((missed) => missed.startsWith(`${call}(`)));
  }
  const killed = stops.filter((stop) => stop.killed);
  const missed = missedIn(from, reached);
  console.log(
    `  ${from.name}: ${killed.length} kill points tried, ` +
      `${killed.filter(({ faults }) => faults.length === 0).length} survived; ` +
      `in ${killed.filter(({ acknowledged }) => acknowledged).length} the fill was acknowledged already; ` +
      `${from.calls.size - missed.length} of ${from.calls.size} different calls on the account's files were stopped`,
  );
  return [
    ...stops.flatMap(({ faults }) => faults),
    ...missed.map((call) => `${from.name}: never stopped before ${call}`),
  ];
}

/**
 * @param {string} home
 * @returns {Promise<string[]>} what went wrong
 */
export async function killed(home) {
  const why = obstacle();
  if (why !== undefined) {
    console.log(`  skipped: ${why}`);
    return [];
  }
  mkdirSync(home);
  const first = await killEverywhere(await scene(home, 'first-fill', []));
  return [...first, ...(await killEverywhere(await scene(home, 'later-fill', ['E1', 'E2'])))];
}
