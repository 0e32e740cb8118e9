// What happens to inputs of up to 1 MiB that are made to take long, or are simply large: whole processes of the built program.
// SPEC 8 asks for an answer within 2 s and 512 MiB; a clear refusal is an answer.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BESIDE, HOSTILE } from './hostile-inputs.mjs';

const program = path.resolve(import.meta.dirname, '../dist/po.js');

/** Writes, behind everything else on stderr, what the process took: KiB of memory at most, milliseconds of work. */
const METER = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeSync(2, '\\n' + maxRSS + ' ' + Math.round((userCPUTime + systemCPUTime) / 1000));
});`;

/**
 * Runs the built program on one of the inputs, as a process of its own that is killed when patience ends.
 * @param {import('./hostile-inputs.mjs').HostileInput} input
 * @param {number} patience in milliseconds
 */
export function runHostile({ file, text, args }, patience) {
  const folder = mkdtempSync(path.join(tmpdir(), 'po-hostile-'));
  try {
    writeFileSync(path.join(folder, BESIDE.file), BESIDE.text);
    writeFileSync(path.join(folder, file), text);
    writeFileSync(path.join(folder, 'meter.cjs'), METER);
    const started = performance.now();
    const { status, signal, stderr } = spawnSync(process.execPath, ['--require', './meter.cjs', program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      timeout: patience,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 28,
      env: { ...process.env, NO_COLOR: '1' },
    });
    const milliseconds = performance.now() - started;
    const [, kibibytes = '', work = ''] = /\n(\d+) (\d+)$/.exec(stderr) ?? [];
    return { status, signal, stderr, milliseconds, mebibytes: Number(kibibytes) / 1024, work: Number(work) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints, for each input, wall time, work of the processor, memory, exit code and the first diagnostic. */
export function hostile() {
  for (const [name, input] of HOSTILE) {
    const { status, signal, stderr, milliseconds, mebibytes, work } = runHostile(input, 20_000);
    const code = /^(?:\S+ )?(?:error|warning|note) ([a-z0-9-]+)$/m.exec(stderr)?.[1] ?? '';
    const figures = `${milliseconds.toFixed(0).padStart(6)} ms ${String(work).padStart(6)} ms of work ${mebibytes.toFixed(0).padStart(4)} MiB`;
    console.log(`${name.padEnd(50)} ${figures}  ${signal ?? `exit ${String(status)}`} ${code}`);
  }
}
