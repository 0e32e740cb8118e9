import { run } from './program.ts';
import { realShell } from './real-shell.ts';

process.exitCode = await run(process.argv.slice(2), realShell());
