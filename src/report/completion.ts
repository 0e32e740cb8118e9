import type { CommandLine, CommandLineCommand, CommandOption } from './command-line.ts';
import type { CompletingShell } from './completing-shells.ts';
import { render } from './render.ts';

/** Between single quotes of a shell a single quote ends the text, stands by itself, and begins it anew. */
const quoted = (text: string): string => text.replaceAll("'", String.raw`'\''`);

/** In the specifications of zsh's `_arguments` brackets and colons have a meaning. */
const forZsh = (text: string): string => quoted(text.replaceAll(/[[\]:\\]/gu, String.raw`\$&`));

const optionView = ({ long, short, value, choices, description }: CommandOption) => ({
  long,
  bare: long.slice(2),
  short: short === undefined ? '' : short.slice(1),
  takes: value !== undefined,
  any: choices.length === 0,
  choices: choices.join(' '),
  description: quoted(description),
  zsh: forZsh(description),
});

const commandView = ({ name, description, arguments: given, options }: CommandLineCommand) => {
  const choices = given.flatMap((one) => one.choices).join(' ');
  return {
    name,
    description: quoted(description),
    zsh: forZsh(description),
    options: options.map(optionView),
    longs: options.map(({ long }) => long).join(' '),
    choices,
    plan: choices === '' && given.some((one) => one.name === 'plan'),
    files: choices === '' && given.some((one) => one.name !== 'plan'),
  };
};

/** Options by which a choice can be told, each once: the same option means the same in every command. */
const chosen = (commands: readonly CommandLineCommand[]) => {
  const all = commands.flatMap(({ options }) => options.filter(({ choices }) => choices.length > 0));
  return [...new Map(all.map((option) => [option.long, optionView(option)])).values()];
};

/** What a person sources in a shell so that it completes commands, options, their values, and plans. */
export const completion = (shell: CompletingShell, { name, commands }: CommandLine): string =>
  `${render(`completion/${shell}`, {
    name,
    names: commands.map((command) => command.name).join(' '),
    commands: commands.map(commandView),
    chosen: chosen(commands),
  }).trimEnd()}\n`;
