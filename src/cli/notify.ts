import { spawn } from 'node:child_process';
import { complain } from './complain.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Shell } from './shell.ts';

/** No program that only passes on a message takes longer. */
const PATIENCE = 10_000;

/** Runs a program without a shell; says why it failed, or nothing. */
const ran = ([program = '', ...args]: readonly string[], cwd: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: 'ignore', shell: false, timeout: PATIENCE });
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('exit', (code, signal) => {
      resolve(code === 0 ? undefined : `exit ${code === null ? String(signal) : String(code)}`);
    });
  });

/**
 * Runs the program that the config names, with what happened, the plan's id and its folder as its last arguments. What is
 * recorded stays recorded where it fails; the person hears of it.
 */
export const notify = async (shell: Shell, plan: OpenPlan, what: string): Promise<void> => {
  const { command } = plan.config.config.notify;
  if (command.length === 0) return;
  const failure = await ran([...command, what, plan.id, plan.folder], shell.cwd);
  if (failure === undefined) return;
  const detail = { program: command[0] ?? '', reason: failure };
  complain(shell, [{ code: 'notify-failed', level: 'note', detail }], []);
};
