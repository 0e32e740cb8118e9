import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { programOf } from '../../src/cli/program.ts';
import { commandLineOf } from '../../src/cli/command-line.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { SHELLS } from '../../src/report/completing-shells.ts';
import { runPo } from '../run-po.ts';

const commands = commandLineOf(programOf([], { width: 80 } as Shell, () => undefined)).commands;

const script = async (shell: string): Promise<string> => (await runPo(['completion', shell], tmpdir())).out;

/** Whether a program is on this machine. */
const has = (program: string): boolean => spawnSync(program, ['-c', 'true']).status === 0;

/** What bash offers for the last of these words, in a folder with a plan. */
const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'po-completion-'));
  try {
    mkdirSync(path.join(folder, 'plans/0123456789ab'), { recursive: true });
    mkdirSync(path.join(folder, 'plans/journal'));
    const typed = ['po', ...words].map((word) => `'${word}'`).join(' ');
    const ask = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _po; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const input = `${await script('bash')}\n${ask}\n`;
    const { stdout, stderr } = spawnSync('bash', ['--norc'], { cwd: folder, input, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('po completion', () => {
  it.each(SHELLS)('%s knows every command and every option', async (shell) => {
    const text = await script(shell);
    for (const { name, options } of commands) {
      expect(text).toMatch(new RegExp(String.raw`\b${name}\b`, 'u'));
      for (const { long } of options) expect(text).toContain(shell === 'fish' ? `-l ${long.slice(2)} ` : long);
    }
  });

  it.each(SHELLS)('%s is asked whether it understands', async (shell) => {
    if (!has(shell)) {
      console.warn(`skipped: there is no ${shell} here`);
      return;
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'po-completion-'));
    const file = path.join(folder, 'script');
    writeFileSync(file, await script(shell));
    const { status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.skipIf(!has('bash')).each([
    [['re'], ['rebalance', 'reject', 'resolve', 'replan', 'replay']],
    [['rebalance', '--ba'], ['--basis']],
    [
      ['rebalance', '--basis', ''],
      ['total', 'invested'],
    ],
    [['rebalance', 'Port'], []],
    [['status', ''], ['0123456789ab']],
    [['completion', 'z'], ['zsh']],
  ])('bash completes %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  it('of another shell is refused', async () => {
    const { exit, err } = await runPo(['completion', 'tcsh'], tmpdir());
    expect(exit).toBe(2);
    expect(err).toContain('bash, zsh, fish');
  });
});
