import { run } from './program.ts';
import { realShell } from './real-shell.ts';

void run(process.argv.slice(2), realShell()).then((code) => {
  process.exitCode = code;
});
