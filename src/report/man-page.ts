import type { CommandLine, CommandLineCommand, CommandOption } from './command-line.ts';
import { render } from './render.ts';

/** Text for roff: its own backslashes and dashes as they are, and no line that begins like a request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll(/^([.'])/gmu, String.raw`\&$1`);

const optionView = ({ long, short, value, description }: CommandOption) => ({
  flags: roff([short, long].filter((flag) => flag !== undefined).join(', ')),
  value: value === undefined ? '' : roff(value),
  description: roff(description),
});

const commandView = ({ name, description, arguments: given, options }: CommandLineCommand) => ({
  name: roff(name),
  description: roff(description),
  usage: given
    .map(({ name: called, required, several }) => {
      const one = `${called}${several ? '...' : ''}`;
      return roff(required ? one : `[${one}]`);
    })
    .join(' '),
  arguments: given.map((one) => ({ name: roff(one.name), description: roff(one.description) })),
  options: options.map(optionView),
});

/** The manual page, section 1. */
export const manPage = ({ name, version, description, commands }: CommandLine): string =>
  render('man/po.1', { name, version, description: roff(description), commands: commands.map(commandView) });
