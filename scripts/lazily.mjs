import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'src');

/**
 * What is large and seldom needed, and the functions of it that src calls. Each of them becomes one that loads the real
 * one when it is called; so no file of src need know that loading is dear.
 * @type {Readonly<Record<string, { part: string, from: string, calls: () => readonly string[] }>>}
 */
const LAZY = {
  // most documents are plain enough for the scanner
  './markdown.ts': { part: 'remark', from: './src/parse/markdown.ts', calls: () => ['parseMarkdown'] },
  // most files in JSON are plain enough for a scanner too
  '@humanwhocodes/momoa': { part: 'momoa', from: '@humanwhocodes/momoa', calls: () => ['parse'] },
  // a shape is made only where a config or a stock file is read, or a market file is broken
  zod: { part: 'zod', from: 'zod', calls: () => callsOf('z') },
};

/**
 * The functions that the sources call as `z.string(` or `z.iso.date(`.
 * @param {string} name
 */
function callsOf(name) {
  const calls = new RegExp(`\\b${name}\\s*\\.((?:iso\\.)?[a-z]\\w*)\\(`, 'g');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(path.join(source, file), 'utf8'));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(calls)].map((call) => call[1] ?? '')))].sort();
}

/**
 * commander loads node:child_process for commands that are programs of their own; po has none, and the load costs 3 ms.
 * @type {import('esbuild').Plugin}
 */
export const lazyChildProcess = {
  name: 'lazy-child-process',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, () => ({ path: 'child_process', namespace: 'child' }));
    builder.onLoad({ filter: /./, namespace: 'child' }, () => ({
      contents: `exports.spawn = (...args) => process.getBuiltinModule('node:child_process').spawn(...args);`,
    }));
  },
};

/** @type {import('esbuild').Plugin} */
export const lazily = {
  name: 'lazily',
  setup(builder) {
    const names = Object.keys(LAZY).map((name) => name.replaceAll('.', '\\.'));
    builder.onResolve({ filter: /^part:/ }, ({ path: part }) => ({ path: part, external: true }));
    builder.onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path: imported }) => ({
      path: imported,
      namespace: 'lazy',
    }));
    builder.onLoad({ filter: /./, namespace: 'lazy' }, ({ path: name }) => ({ contents: stubs(name) }));
  },
};

/**
 * The program that knows its commands and cannot run them: enough to print a page of help.
 * @type {import('esbuild').Plugin}
 */
export const withoutCommands = {
  name: 'without-commands',
  setup(builder) {
    builder.onResolve({ filter: /(?:-command|-worker)\.ts$/ }, ({ path: command, kind }) =>
      kind === 'dynamic-import' ? { path: command, namespace: 'absent' } : undefined,
    );
    // Only a command that runs has anything to complain of, and complaining needs every word there is.
    builder.onResolve({ filter: /\/complain\.ts$/ }, ({ path: words }) => ({ path: words, namespace: 'absent' }));
    builder.onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** What each part that is loaded when it is first called exports: naming what is used lets the rest of a package stay out. */
export const lazyParts = () =>
  Object.fromEntries(
    Object.entries(LAZY).map(([name, { part, from }]) => [
      part,
      `export { ${topOf(name).join(', ')} } from ${JSON.stringify(from)};`,
    ]),
  );

/** @param {string} name */
const callsIn = (name) => LAZY[name]?.calls() ?? [];

/** @param {string} name */
const topOf = (name) => [...new Set(callsIn(name).map((call) => call.split('.')[0] ?? ''))];

/** @param {string} name */
function stubs(name) {
  const calls = callsIn(name);
  const load = `require(${JSON.stringify(`part:${LAZY[name]?.part}`)})`;
  return topOf(name)
    .map((top) => {
      const inner = calls.filter((call) => call.startsWith(`${top}.`)).map((call) => call.slice(top.length + 1));
      const members = inner.map((member) => `${member}: (...args) => ${load}.${top}.${member}(...args)`);
      const stub = inner.length > 0 ? `{ ${members.join(', ')} }` : `(...args) => ${load}.${top}(...args)`;
      return `const $${top} = ${stub};\nexport { $${top} as ${top} };`;
    })
    .join('\n');
}
