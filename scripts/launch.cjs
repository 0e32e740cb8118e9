'use strict';
// dist/po.js: runs the part of the program that the arguments ask for, from V8's code cache, which saves the compilation at
// every start. The build puts the digests of the parts in the place of DIGESTS; a cache of another Node version is refused by
// V8 and the part runs without.
const fs = require('node:fs');
const v8 = require('node:v8');
const path = require('node:path');
const vm = require('node:vm');

// A process that lives for a tenth of a second does not live to see optimised code pay: V8 begins five times later than it
// would. The caches are made under the same flag, or V8 would refuse them.
const LATE = '--interrupt-budget=700000';

/** @type {Readonly<Record<string, string>>} */
const digests = DIGESTS;

/** The parts that are loaded: their scripts, for the build, and what they export. */
const scripts = new Map();
const loaded = new Map();

/** @param {string} name */
const load = (name) => {
  if (loaded.has(name)) return loaded.get(name);
  const file = path.join(__dirname, `${name}-${digests[name]}.js`);
  const script = new vm.Script(fs.readFileSync(file, 'latin1'), { filename: file, cachedData: cacheOf(file) });
  const part = { exports: {} };
  script.runInThisContext()(part.exports, requireAny, part);
  scripts.set(name, script);
  loaded.set(name, part.exports);
  return part.exports;
};

/** @param {string} file */
const cacheOf = (file) => {
  try {
    return fs.readFileSync(file.replace(/js$/, 'cache'));
  } catch {
    return undefined;
  }
};

/** What a part requires: another part, or a module of Node. @param {string} name */
const requireAny = (name) => (name.startsWith('part:') ? load(name.slice('part:'.length)) : require(name));

/** `po rebalance` in its plain form, a page of help, anything else. @param {string[]} words */
const start = (words) => {
  const [first, ...rest] = words;
  if (first !== 'batch-worker') v8.setFlagsFromString(LATE); // a thread has the flags of its process
  if (first === 'rebalance' && load('rebalance').start(rest)) return;
  const last = words.at(-1) ?? '--help';
  load(words.length <= 2 && ['--help', '-h', '--version', '-V'].includes(last) ? 'help' : 'program');
};

module.exports = scripts;
start(process.argv.slice(2));
