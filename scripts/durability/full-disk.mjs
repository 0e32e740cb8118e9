// `po fill` on a disk with no room, with one page, with two and so on, until it is done; a small tmpfs is the disk.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentIn, faultsOf, isAcknowledged, makeAccount, po, sale, timesRecorded } from './account.mjs';

const PAGE = 4096;
const DISK = 4 * 1024 * 1024;
/** More pages than a fill needs. */
const TOO_MANY = 200;
const ID = 'F1';
const REPORTS = ['post_trade_report.md', 'exception_brief.md', 'holdings_update.md'];

/** @param {string} folder */
const mount = (folder) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { encoding: 'utf8' });

/** @param {string} folder */
const unmount = (folder) => spawnSync('umount', [folder]);

/**
 * Why this cannot run here, if it cannot.
 * @param {string} disk
 */
function obstacle(disk) {
  const { error, status, stderr } = mount(disk);
  if (error !== undefined) return 'there is no mount';
  if (status !== 0) return `no small disk can be mounted: ${stderr.trim()}`;
  unmount(disk);
  return undefined;
}

/**
 * The texts of the reports after the trades; undefined for one that is not there.
 * @param {string} folder
 */
function reportsIn(folder) {
  const plans = path.join(folder, 'plans');
  const [plan = ''] = readdirSync(plans).filter((name) => existsSync(path.join(plans, name, 'plan.json')));
  return REPORTS.map((name) => path.join(plans, plan, name)).map((file) =>
    existsSync(file) ? readFileSync(file, 'utf8') : undefined,
  );
}

/**
 * A document of which nothing is recorded but that it was adopted.
 * @param {string} body
 * @param {string} account one with the same first event
 */
function adopted(body, account) {
  const event = readFileSync(path.join(account, 'plans/journal/00000001.json'));
  return `${body}<!-- po:journal 1 ${createHash('sha256').update(event).digest('hex')} -->\n`;
}

/**
 * @typedef {object} Scene a kind of account to report a fill in
 * @property {string} name
 * @property {string} folder as it is before the fill
 * @property {readonly string[]} ids what is recorded in it
 * @property {readonly string[]} documents what the document may say when the fill has failed
 * @property {string} expected the document after the fill
 * @property {readonly (readonly (string | undefined)[])[]} reports the reports before and after the fill
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
  await po(whole, sale(ID));
  const expected = documentIn(whole);
  const documents = [documentIn(folder), expected];
  if (ids.length === 0) documents.push(adopted(documents[0] ?? '', whole));
  return { name, folder, ids, documents, expected, reports: [reportsIn(folder), reportsIn(whole)] };
}

/**
 * Takes all room of a disk but so many pages.
 * @param {string} disk
 * @param {number} pages
 */
function leave(disk, pages) {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(path.join(disk, 'filler'), Buffer.alloc(bavail * bsize - pages * PAGE));
}

/**
 * Reports the fill on a disk with so many pages left, then again with room.
 * @param {Scene} from
 * @param {string} disk
 * @param {number} pages
 */
async function fillWith({ name, folder, ids, documents, expected, reports }, disk, pages) {
  const faults = [];
  if (mount(disk).status !== 0) throw new Error('the disk cannot be mounted again');
  try {
    const account = path.join(disk, 'account');
    cpSync(folder, account, { recursive: true });
    leave(disk, pages);
    const ran = await po(account, sale(ID));
    const recorded = timesRecorded(account).get(ID) ?? 0;
    if (ran.code !== 0 && !ran.err.includes('the disk is full')) faults.push(`ends with ${ran.code}: ${ran.err}`);
    if (isAcknowledged(ran) && recorded !== 1) faults.push('the fill was acknowledged, but is not there once');
    if (!documents.includes(documentIn(account))) faults.push('Portfolio.md is neither the old one nor the new one');
    reportsIn(account).forEach((text, index) => {
      if (!reports.some((set) => set[index] === text))
        faults.push(`${REPORTS[index]} is neither the old one nor the new one`);
    });
    rmSync(path.join(disk, 'filler'));
    const again = await po(account, sale(ID));
    if (again.code !== 0) faults.push(`the fill, told again, ends with ${again.code}: ${again.err}`);
    faults.push(...(await faultsOf(account, [...ids, ID], expected)));
    return { done: ran.code === 0, recorded, faults: faults.map((fault) => `${name}, ${pages} pages: ${fault}`) };
  } finally {
    unmount(disk);
  }
}

/**
 * @param {Scene} from
 * @param {string} disk
 */
async function fillAtEverySize(from, disk) {
  const faults = [];
  let unheard = 0;
  for (let pages = 0; pages < TOO_MANY; pages += 1) {
    const { done, recorded, faults: found } = await fillWith(from, disk, pages);
    faults.push(...found);
    if (!done) unheard += recorded;
    if (!done) continue;
    console.log(
      `  ${from.name}: failed with a clear message on each of ${pages} disks with 0 to ${pages - 1} pages of ${PAGE} bytes left ` +
        `(in ${unheard} of them after it had recorded), done with ${pages}; ${faults.length} faults`,
    );
    return faults;
  }
  return [...faults, `${from.name}: never done`];
}

/**
 * @param {string} home
 * @returns {Promise<string[]>} what went wrong
 */
export async function fullDisk(home) {
  const disk = path.join(home, 'disk');
  mkdirSync(disk, { recursive: true });
  const why = obstacle(disk);
  if (why !== undefined) {
    console.log(`  skipped: ${why}`);
    return [];
  }
  const first = await fillAtEverySize(await scene(home, 'first-fill', []), disk);
  return [...first, ...(await fillAtEverySize(await scene(home, 'later-fill', ['E1', 'E2']), disk))];
}
