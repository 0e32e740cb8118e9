// Plants one violation of every import rule in a throw-away copy and expects exactly these complaints: a rule that
// never fires is no rule.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const checkout = path.resolve(import.meta.dirname, '..');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'po-layers-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json'])
    cpSync(path.join(checkout, file), path.join(copy, file));
  plant('package.json', '{ "type": "module", "devDependencies": { "zod": "4.0.0", "commander": "14.0.0" } }');
  for (const name of ['zod', 'commander']) {
    plant(`node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`);
    plant(`node_modules/${name}/index.js`, 'export const z = 1;');
  }
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

test('every import that mayImport allows is allowed', () => {
  clear();
  plant('src/model/units.ts', 'export type Cents = 1;');
  plant('src/parse/money.ts', imports('../model/units.ts', 'zod'));
  plant('src/validate/judge.ts', imports('../model/units.ts', './constraints/sector-cap.ts', 'zod'));
  plant('src/validate/constraint.ts', imports('../model/units.ts'));
  plant('src/validate/constraints/sector-cap.ts', imports('../constraint.ts'));
  plant('src/report/verdict.ts', imports('../model/units.ts'));
  plant('src/journal/chain.ts', imports('../model/units.ts', 'zod'));
  plant('src/steps/rebalance.ts', imports('../model/units.ts', '../parse/money.ts', '../validate/judge.ts'));
  plant(
    'src/cli/main.ts',
    imports('../steps/rebalance.ts', '../report/verdict.ts', '../journal/chain.ts', 'commander', 'node:fs/promises'),
  );
  expect(complaints()).toEqual([]);
});

test('every rule fires on a planted violation', () => {
  clear();
  plant('src/model/units.ts', imports('../parse/money.ts', 'zod'));
  plant('src/model/a.ts', imports('./b.ts'));
  plant('src/model/b.ts', imports('./a.ts'));
  plant('src/model/alone.ts', 'export const alone = 1;');
  plant('src/parse/money.ts', imports('../validate/judge.ts', 'commander'));
  plant('src/parse/brokers/etrade.ts', imports('./schwab.ts'));
  plant('src/parse/brokers/schwab.ts', 'export const x = 1;');
  plant('src/validate/judge.ts', imports('../steps/rebalance.ts', 'commander', 'fs/promises'));
  for (const folder of ['validate/constraints', 'validate/criteria', 'validate/trust', 'report/sections']) {
    plant(`src/${folder}/one.ts`, imports('./two.ts'));
    plant(`src/${folder}/two.ts`, 'export const x = 1;');
  }
  plant('src/report/verdict.ts', imports('../steps/rebalance.ts', 'zod', 'node:crypto'));
  plant('src/journal/chain.ts', imports('../parse/money.ts', 'commander', 'node:fs'));
  plant('src/steps/rebalance.ts', imports('../report/sections/two.ts', '../cli/main.ts', 'zod', './missing.ts'));
  plant('src/cli/main.ts', imports('node:https', '../attic/used.ts'));
  plant('src/attic/used.ts', 'export const x = 1;');
  plant('src/attic/unused.ts', imports('../model/units.ts'));
  plant('src/loose.ts', imports('./model/units.ts'));

  expect(complaints()).toEqual(
    [
      'cli-imports-rooms: src/cli/main.ts → src/attic/used.ts',
      'core-only-in-rooms-with-effects: src/report/verdict.ts → crypto',
      'core-only-in-rooms-with-effects: src/validate/judge.ts → fs/promises',
      'core-only-in-rooms-with-effects: src/journal/chain.ts → fs',
      'journal-imports-packages: src/journal/chain.ts → node_modules/commander/index.js',
      'journal-imports-rooms: src/journal/chain.ts → src/parse/money.ts',
      'model-imports-packages: src/model/units.ts → node_modules/zod/index.js',
      'model-imports-rooms: src/model/units.ts → src/parse/money.ts',
      'no-cycles: src/model/a.ts → src/model/b.ts',
      'no-network: src/cli/main.ts → https',
      'no-orphans: src/model/alone.ts → src/model/alone.ts',
      'parse-imports-packages: src/parse/money.ts → node_modules/commander/index.js',
      'parse-imports-rooms: src/parse/money.ts → src/validate/judge.ts',
      'report-imports-packages: src/report/verdict.ts → node_modules/zod/index.js',
      'report-imports-rooms: src/report/verdict.ts → src/steps/rebalance.ts',
      'resolvable: src/steps/rebalance.ts → ./missing.ts',
      'room-not-on-the-plan-imports: src/attic/unused.ts → src/model/units.ts',
      'room-not-on-the-plan-imports: src/loose.ts → src/model/units.ts',
      'room-not-on-the-plan-is-imported: src/cli/main.ts → src/attic/used.ts',
      'siblings-stand-alone: src/parse/brokers/etrade.ts → src/parse/brokers/schwab.ts',
      'siblings-stand-alone: src/report/sections/one.ts → src/report/sections/two.ts',
      'siblings-stand-alone: src/validate/constraints/one.ts → src/validate/constraints/two.ts',
      'siblings-stand-alone: src/validate/criteria/one.ts → src/validate/criteria/two.ts',
      'siblings-stand-alone: src/validate/trust/one.ts → src/validate/trust/two.ts',
      'steps-imports-packages: src/steps/rebalance.ts → node_modules/zod/index.js',
      'steps-imports-rooms: src/steps/rebalance.ts → src/cli/main.ts',
      'steps-imports-rooms: src/steps/rebalance.ts → src/report/sections/two.ts',
      'validate-imports-packages: src/validate/judge.ts → node_modules/commander/index.js',
      'validate-imports-rooms: src/validate/judge.ts → src/steps/rebalance.ts',
    ].sort(),
  );
});

test('files that the tool overlooked are a complaint', () => {
  clear();
  const looksAway = `const law = require('./.dependency-cruiser.cjs'); law.options.exclude = 'overlooked'; module.exports = law;`;
  cpSync(path.join(copy, '.dependency-cruiser.cjs'), path.join(copy, 'law.cjs'));
  plant('.dependency-cruiser.cjs', looksAway.replace('.dependency-cruiser.cjs', 'law.cjs'));
  plant('src/cli/main.ts', imports('../model/overlooked.ts'));
  plant('src/model/overlooked.ts', 'export const x = 1;');
  expect(complaints()).toEqual(['not-cruised: src/model/overlooked.ts']);
});

function clear(): void {
  rmSync(path.join(copy, 'src'), { recursive: true, force: true });
}

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), text);
}

/** Type imports, which disappear from the compiled code: the tool must see them all the same. */
function imports(...specifiers: readonly string[]): string {
  return `${specifiers.map((from, index) => `import type * as x${index} from '${from}';`).join('\n')}\nexport const x = 1;`;
}

function complaints(): readonly string[] {
  const run = spawnSync(process.execPath, [path.join(checkout, 'scripts/layers.mjs')], { cwd: copy, encoding: 'utf8' });
  const lines = run.stdout.trim().split('\n');
  const summary = lines.pop() ?? '';
  if (!/ cruised, \d+ complaints$/.test(summary)) throw new Error(run.stdout + run.stderr);
  expect(run.status).toBe(lines.length === 0 ? 0 : 1);
  return lines.filter((line) => line !== '');
}
