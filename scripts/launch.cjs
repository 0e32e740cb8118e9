'use strict';
// dist/po.js: runs the bundled program from V8's code cache, which saves the compilation at every start. The build puts the
// bundle's digest in the place of DIGEST; a cache of another Node version is refused by V8 and the program runs without.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const file = path.join(__dirname, 'program-DIGEST.js');

/** @returns {Buffer | undefined} */
const readCache = () => {
  try {
    return fs.readFileSync(path.join(__dirname, 'program-DIGEST.cache'));
  } catch {
    return undefined;
  }
};

const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, 'latin1')}\n})`;
const script = new vm.Script(source, { filename: file, cachedData: readCache() });
script.runInThisContext()(exports, require, module, file, __dirname);
module.exports = script;
