// Writes man/po.1 from the program's own commands and options; `--check` only compares.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const target = 'man/po.1';
const stdin = {
  contents: `export { programOf } from './src/cli/program.ts';
export { commandLineOf } from './src/cli/command-line.ts';
export { manPage } from './src/report/man-page.ts';`,
  resolveDir: process.cwd(),
};
const bundled = await build({ stdin, bundle: true, format: 'cjs', platform: 'node', write: false });
const module = { exports: /** @type {any} */ ({}) };
new Function('module', 'exports', 'require', bundled.outputFiles[0]?.text ?? '')(
  module,
  module.exports,
  createRequire(import.meta.url),
);
const { programOf, commandLineOf, manPage } = module.exports;
const nobody = { out: () => undefined, err: () => undefined, width: 80 };
const page = manPage(commandLineOf(programOf([], nobody, () => undefined)));

const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (current === page) console.log(`${target} is up to date`);
else if (process.argv.includes('--check')) {
  console.error(`${target} is not what the program says of itself: run \`npm run man\` and commit the result`);
  process.exitCode = 1;
} else {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, page);
  console.log(`${target} written`);
}
