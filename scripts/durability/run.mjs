// Whether the record survives what real machines do: `npm run durability`, or with the names of some of the checks. What
// cannot run here is skipped and says so. Long, and not part of the tests; test/journal does the same with a simulated disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fullDisk } from './full-disk.mjs';
import { killed } from './killed.mjs';
import { manyAtOnce } from './many-at-once.mjs';

/** @type {Record<string, (folder: string) => Promise<string[]>>} each gets a folder of its own and says what went wrong */
const checks = { killed, 'full-disk': fullDisk, 'many-at-once': manyAtOnce };

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in checks));
if (unknown.length > 0)
  throw new Error(`no such check: ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);

const home = mkdtempSync(path.join(tmpdir(), 'po-durability-'));
try {
  for (const [name, check] of Object.entries(checks)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`\n${name}`);
    const faults = await check(path.join(home, name));
    for (const fault of faults) console.log(`  FAULT ${fault.trim()}`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
