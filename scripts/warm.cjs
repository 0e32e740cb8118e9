'use strict';
// Runs the built program once on the example, so that V8 has compiled what a person will need, and keeps what it made.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.dirname(__dirname);
const dist = path.join(root, 'dist');
const examples = path.join(root, 'examples');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'po-warm-'));

process.argv.splice(2, Infinity, 'rebalance', path.join(examples, 'Portfolio.md'), '--out', folder);
const script = require(path.join(dist, 'po.js'));

process.on('exit', () => {
  fs.rmSync(folder, { recursive: true, force: true });
  const program = fs.readdirSync(dist).find((name) => /^program-.*\.js$/.test(name)) ?? '';
  const cache = path.join(dist, program.replace(/js$/, 'cache'));
  fs.writeFileSync(`${cache}.new`, script.createCachedData());
  fs.renameSync(`${cache}.new`, cache);
  process.exitCode = 0;
});
