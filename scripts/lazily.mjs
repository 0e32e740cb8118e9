import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'src');

/**
 * What is large and seldom needed, and the functions of it that src calls. Each of them becomes one that loads the real
 * one when it is called; so no file of src need know that loading is dear.
 * @type {Readonly<Record<string, () => readonly string[]>>}
 */
const LAZY = {
  './markdown.ts': () => ['parseMarkdown'], // most documents are plain enough for the scanner
  zod: () => callsOf('z'), // a shape is made only where a config or a stock file is read, or a market file is broken
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
    const filter = new RegExp(`^(?:real:)?(?:${names.join('|')})$`);
    builder.onResolve({ filter }, ({ path: imported, namespace, resolveDir }) =>
      namespace === 'real'
        ? undefined
        : {
            path: imported.replace(/^real:/, ''),
            namespace: imported.startsWith('real:') ? 'real' : 'lazy',
            pluginData: resolveDir,
          },
    );
    builder.onLoad({ filter, namespace: 'lazy' }, ({ path: name, pluginData: resolveDir }) => ({
      contents: stubs(name),
      resolveDir,
    }));
    // Naming what is used lets the rest of the package stay out of the bundle.
    builder.onLoad({ filter, namespace: 'real' }, ({ path: name, pluginData: resolveDir }) => ({
      contents: `export { ${topOf(name).join(', ')} } from ${JSON.stringify(name)};`,
      resolveDir,
    }));
  },
};

/** @param {string} name */
const topOf = (name) => [...new Set((LAZY[name]?.() ?? []).map((call) => call.split('.')[0] ?? ''))];

/** @param {string} name */
function stubs(name) {
  const calls = LAZY[name]?.() ?? [];
  const load = `require(${JSON.stringify(`real:${name}`)})`;
  return topOf(name)
    .map((top) => {
      const inner = calls.filter((call) => call.startsWith(`${top}.`)).map((call) => call.slice(top.length + 1));
      const members = inner.map((member) => `${member}: (...args) => ${load}.${top}.${member}(...args)`);
      const stub = inner.length > 0 ? `{ ${members.join(', ')} }` : `(...args) => ${load}.${top}(...args)`;
      return `const $${top} = ${stub};\nexport { $${top} as ${top} };`;
    })
    .join('\n');
}
