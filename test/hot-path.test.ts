// What a person waits for at every start: `po rebalance` loads nothing that only an import needs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const IMPORT = /^import (?!type )[\s\S]*?from '([^']+)'/gm;

/** Every file and package that is loaded together with a file, before any lazy `import()`. */
const loadedWith = (file: string, loaded = new Set<string>()): ReadonlySet<string> => {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    if (name.endsWith('.ts')) loadedWith(path.resolve(path.dirname(file), name), loaded);
    else loaded.add(name);
  }
  return loaded;
};

const src = path.join(import.meta.dirname, '../src');

it('leaves csv-parse to the commands that read CSV', () => {
  const of = (command: string) => [...loadedWith(path.join(src, 'cli', command))];
  expect(of('import-command.ts')).toContain('csv-parse/sync');
  for (const command of ['main.ts', 'rebalance-command.ts', 'validate-stock-command.ts', 'check-command.ts'])
    expect(of(command).filter((name) => name.startsWith('csv-parse') || name.includes('/brokers/'))).toEqual([]);
});
