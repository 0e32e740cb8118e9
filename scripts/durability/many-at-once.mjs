// 64 fills at once in one account, a quarter of them killed at any moment.
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { documentIn, faultsOf, isAcknowledged, makeAccount, po, sale, timesRecorded } from './account.mjs';

const COMMANDS = 64;
const KILLED_ONE_IN = 4;
const ROUNDS = 2;

/**
 * The same numbers from 0 to 1 for the same seed (mulberry32).
 * @param {number} seed
 */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {string} document */
const body = (document) => document.replace(/<!-- po:journal .*\n$/u, '');

/**
 * What the document says when so many shares are sold by one command.
 * @param {string} folder
 * @param {number} shares
 */
async function documentAfter(folder, shares) {
  makeAccount(folder);
  await po(folder, sale('all', shares));
  return body(documentIn(folder));
}

/**
 * @param {string} folder
 * @param {number} seed
 */
async function round(folder, seed) {
  const random = numbers(seed);
  makeAccount(folder);
  const ids = Array.from({ length: COMMANDS }, (_, index) => `C${index}`);
  const began = performance.now();
  await po(folder, ['status']);
  // As many as there are share the cores, so that is about the time in which they come to their ends.
  const longest = ((performance.now() - began) * COMMANDS) / availableParallelism();
  const runs = await Promise.all(
    ids.map(async (id, index) => {
      const killAfter = index % KILLED_ONE_IN === 0 ? Math.floor(random() * longest) : undefined;
      return { id, doomed: killAfter !== undefined, ran: await po(folder, sale(id), { killAfter }) };
    }),
  );
  const recorded = timesRecorded(folder);
  const killed = runs.filter(({ ran }) => ran.code === null);
  const faults = runs.flatMap(({ id, doomed, ran }) => [
    ...(!doomed && ran.code !== 0 ? [`${id} was not killed, but ended with ${ran.code}: ${ran.err}`] : []),
    ...(isAcknowledged(ran) && recorded.get(id) !== 1 ? [`${id} was acknowledged, but is not in the record once`] : []),
  ]);
  await po(folder, ['status']); // the next command, whichever it is, makes up for what the killed ones left
  const reference = await documentAfter(`${folder}-reference`, recorded.size);
  if (body(documentIn(folder)) !== reference) faults.push('Portfolio.md does not say what the record says');
  faults.push(...(await faultsOf(folder, [...recorded.keys()], documentIn(folder))));
  for (const id of ids.filter((one, index) => index % KILLED_ONE_IN === 0 || !recorded.has(one))) {
    const { code, err } = await po(folder, sale(id));
    if (code !== 0) faults.push(`${id}, told again, ended with ${code}: ${err}`);
  }
  faults.push(...(await faultsOf(folder, ids, documentIn(folder))));
  if (body(documentIn(folder)) !== (await documentAfter(`${folder}-whole`, COMMANDS)))
    faults.push('Portfolio.md does not say what the record says, after all were told again');
  const unheard = killed.filter(({ id, ran }) => !isAcknowledged(ran) && recorded.has(id)).length;
  console.log(
    `  seed ${seed}: ${COMMANDS} commands, ${killed.length} killed (${unheard} of them had recorded, but not said so), ` +
      `${runs.filter(({ ran }) => isAcknowledged(ran)).length} acknowledged, ${recorded.size} recorded, ${faults.length} faults`,
  );
  return faults.map((fault) => `seed ${seed}: ${fault}`);
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} what went wrong
 */
export async function manyAtOnce(folder) {
  mkdirSync(folder);
  const faults = [];
  for (let seed = 1; seed <= ROUNDS; seed += 1) faults.push(...(await round(path.join(folder, String(seed)), seed)));
  return faults;
}
