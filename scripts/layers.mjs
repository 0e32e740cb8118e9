// Who may import whom: runs dependency-cruiser on src/ of the current folder and makes sure that it really looked.
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const options = await extractDepcruiseOptions(path.resolve('.dependency-cruiser.cjs'));
const { output } = await cruise(['src'], options, undefined, {
  tsConfig: extractTSConfig(path.resolve('tsconfig.json')),
});
if (typeof output === 'string') throw new Error('dependency-cruiser answered with text where data was expected');

const violations = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
const cruised = new Set(output.modules.map((module) => module.source));
const onDisk = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file.replaceAll(path.sep, '/')}`);
const overlooked = onDisk.filter((file) => !cruised.has(file)).map((file) => `not-cruised: ${file}`);

const complaints = [...new Set([...violations, ...overlooked])].sort();
if (onDisk.length === 0) complaints.push('not-cruised: src/ holds no .ts file');
for (const complaint of complaints) console.log(complaint);
console.log(
  `${onDisk.length} files under src/, ${onDisk.length - overlooked.length} cruised, ${complaints.length} complaints`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;
