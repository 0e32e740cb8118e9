// The steps of `po rebalance` in this process, without files: the first run (cold, as a person has it) and the median of the others
// (warm, as a batch has it). Times are of this machine.
import { build } from 'esbuild';
import path from 'node:path';
import { account } from './accounts.mjs';

const NOW = '2026-01-08T16:00:00-05:00';

/**
 * @param {readonly number[]} sizes
 * @param {number} runs how often each step is taken
 */
export async function steps(sizes, runs) {
  for (const size of sizes) {
    const rounds = [];
    const program = await load(); // anew for each size, so that the first run is cold
    for (let round = 0; round < runs; round += 1) rounds.push(take(program, size));
    console.log(`${size} holdings`);
    for (const step of Object.keys(rounds[0] ?? {})) {
      const [cold = NaN, ...warm] = rounds.map((times) => times[step] ?? NaN);
      console.log(`  ${step.padEnd(12)} ${text(cold)} ms cold, ${text(middle(warm))} ms warm`);
    }
  }
}

/** The functions of the steps, compiled as for the program itself. */
async function load() {
  const contents = `
    export { readSources } from './src/steps/read-sources.ts';
    export { planFor } from './src/steps/rebalance.ts';
    export { documents } from './src/report/documents.ts';
    export { defaultConfig as config } from './src/cli/compiled-defaults.js';`;
  const resolveDir = path.resolve(import.meta.dirname, '..');
  const bundled = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = Buffer.from(bundled.outputFiles[0]?.text ?? '').toString('base64');
  return import(`data:text/javascript;base64,${code}#${Math.random()}`);
}

/**
 * @param {any} program
 * @param {number} size
 * @returns {Record<string, number>} milliseconds of each step
 */
function take({ readSources, planFor, documents, config }, size) {
  const { portfolio, market } = account(size);
  const terms = { config, now: NOW };
  const request = {
    ...terms,
    portfolio: { file: 'Portfolio.md', text: portfolio },
    market: { file: 'market.json', text: market },
    stocks: [],
  };
  const marks = [performance.now()];
  const { sources, issues } = readSources(request, true);
  marks.push(performance.now());
  const recommendation = planFor(sources, terms, issues);
  marks.push(performance.now());
  documents(recommendation, {
    planId: '000000000000',
    tool: { name: 'po', version: '0' },
    inputs: [],
    configSha256: '',
  });
  marks.push(performance.now());
  const [start = 0, read = 0, planned = 0, written = 0] = marks;
  return { read: read - start, plan: planned - read, 'put in words': written - planned };
}

/** @param {number} milliseconds */
function text(milliseconds) {
  return milliseconds.toFixed(1).padStart(8);
}

/** @param {readonly number[]} figures */
function middle(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}
