'use strict';
// Runs the built program once with the arguments after the first, so that V8 has compiled what a person will need, and keeps
// what it made of the parts that the first argument names.
const fs = require('node:fs');
const path = require('node:path');

const dist = path.join(path.dirname(__dirname), 'dist');
const [names = '', ...words] = process.argv.splice(2, Infinity);
process.argv.push(...words);
const scripts = require(path.join(dist, 'po.js'));

process.on('exit', () => {
  for (const name of names.split(',')) {
    const file = fs.readdirSync(dist).find((entry) => entry.startsWith(`${name}-`) && entry.endsWith('.js')) ?? '';
    const cache = path.join(dist, file.replace(/js$/, 'cache'));
    fs.writeFileSync(`${cache}.new`, scripts.get(name).createCachedData());
    fs.renameSync(`${cache}.new`, cache);
  }
  process.exitCode = 0;
});
