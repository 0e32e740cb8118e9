// Writes config/constraints.schema.json from the zod schema in src/validate/config.ts; `--check` only compares.
import { build } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const source = 'src/validate/config.ts';
const target = 'config/constraints.schema.json';

const bundled = await build({ entryPoints: [source], bundle: true, format: 'esm', platform: 'node', write: false });
const text = bundled.outputFiles[0]?.text ?? '';
/** @type {{ configJsonSchema: () => unknown }} */
const { configJsonSchema } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
const schema = await format(JSON.stringify(configJsonSchema()), { ...(await resolveConfig(target)), filepath: target });

const current = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (current === schema) console.log(`${target} is up to date`);
else if (process.argv.includes('--check')) {
  console.error(`${target} differs from ${source}: run \`npm run schema\` and commit the result`);
  process.exitCode = 1;
} else {
  writeFileSync(target, schema);
  console.log(`${target} written`);
}
