// The house rules as tests. Every comparison is an equality with what is on disk: an inclusion proves nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const checkout = path.resolve(import.meta.dirname, '..');
const forbiddenWords = ['util', 'helper', 'service', 'manager', 'engine', 'orchestrator', 'coordinator'];

describe('names', () => {
  test('files and folders are kebab-case', () => {
    const names = ['src', 'test', 'scripts', 'bench', 'docs', 'templates']
      .flatMap(filesBelow)
      .flatMap((file) => file.split('/'));
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/;
    const exceptions = constraintIds(); // docs/constraints/<id>.md carries the id as the config writes it
    expect(names.filter((name) => !kebab.test(name) && !exceptions.includes(stem(name)))).toEqual([]);
  });

  test('no file under src says that it helps, serves or manages: it says what it does', () => {
    const files = filesBelow('src').filter(
      (file) => words(file).some(isForbidden) || path.basename(file) === 'types.ts',
    );
    expect(files).toEqual([]);
  });

  test('no exported name does either', () => {
    const names = sources('src').flatMap((file) => exportedNames(read(file)).map((name) => `${file}: ${name}`));
    expect(names.filter((name) => words(name.split(': ')[1] ?? '').some(isForbidden))).toEqual([]);
  });
});

describe('documents', () => {
  test('every constraint has its page, every page its constraint', () => {
    expect(stemsIn('docs/constraints').sort()).toEqual(constraintIds());
  });

  test('the glossary explains exactly the exported types of src/model', () => {
    const types = sources('src/model').flatMap((file) => exportedTypes(read(file)));
    expect(firstColumn('docs/glossary.md')).toEqual([...new Set(types)].sort());
  });

  test('every dependency has its because', () => {
    expect(firstColumn('docs/dependencies.md')).toEqual(Object.keys(dependencies()).sort());
  });
});

describe('package', () => {
  test('dependencies are pinned exactly', () => {
    expect(Object.values(dependencies()).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('the lock file names no registry', () => {
    expect(read('package-lock.json').match(/"resolved": .*/g) ?? []).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  if (!existsSync(path.join(checkout, folder))) return [];
  return readdirSync(path.join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(checkout, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

function sources(folder: string): string[] {
  return filesBelow(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
}

function read(file: string): string {
  return existsSync(path.join(checkout, file)) ? readFileSync(path.join(checkout, file), 'utf8') : '';
}

function stem(file: string): string {
  return path.basename(file, path.extname(file));
}

function stemsIn(folder: string): string[] {
  return filesBelow(folder).map(stem);
}

/** The id of a constraint in config, findings and documents: `sector_cap` for sector-cap.ts. */
function constraintIds(): string[] {
  return stemsIn('src/validate/constraints')
    .map((name) => name.replaceAll('-', '_'))
    .sort();
}

/** `sector-cap.ts`, `sectorCap` and `SectorCaps` → `sector`, `cap`: singular, lower case. */
function words(name: string): string[] {
  const parts = name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
  return parts.map((word) => word.replace(/s$/, ''));
}

function isForbidden(word: string): boolean {
  return forbiddenWords.includes(word);
}

function exportedTypes(text: string): string[] {
  return [...text.matchAll(/^export (?:declare )?(?:type|interface) (\w+)/gm)].map((match) => match[1] ?? '');
}

function exportedNames(text: string): string[] {
  const declared =
    /^export (?:default )?(?:declare |abstract |async )*(?:const|let|function|class|enum|type|interface)\*? (\w+)/gm;
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap((match) => (match[1] ?? '').split(','));
  const names = listed.map((item) => item.trim().replace(/^.* as /, '')).filter((name) => name !== '');
  return [...[...text.matchAll(declared)].map((match) => match[1] ?? ''), ...names];
}

/** The names in backticks that begin the rows of a Markdown document's tables. */
function firstColumn(file: string): string[] {
  return [...read(file).matchAll(/^\| *`([^`]+)` *\|/gm)].map((match) => match[1] ?? '').sort();
}

function dependencies(): Record<string, string> {
  type Pins = Readonly<Record<string, string>>;
  const pkg = JSON.parse(read('package.json')) as { dependencies?: Pins; devDependencies?: Pins };
  return { ...pkg.dependencies, ...pkg.devDependencies };
}
