import type { Argument, Command, Option } from 'commander';
import type { CommandArgument, CommandLine, CommandLineCommand, CommandOption } from '../report/command-line.ts';
import { TOOL } from './tool.ts';

const optionOf = ({ long, short, flags, argChoices, description }: Option): CommandOption => {
  const [, value] = /[<[]([^\]>]+)[\]>]/u.exec(flags) ?? [];
  return {
    long: long ?? flags,
    ...(short === undefined ? {} : { short }),
    ...(value === undefined ? {} : { value }),
    choices: argChoices ?? [],
    description,
  };
};

const argumentOf = (given: Argument): CommandArgument => ({
  name: given.name(),
  required: given.required,
  several: given.variadic,
  choices: given.argChoices ?? [],
  description: given.description,
});

const commandOf = (command: Command): CommandLineCommand => ({
  name: command.name(),
  description: command.description(),
  arguments: command.registeredArguments.map(argumentOf),
  options: command.options.map(optionOf),
});

/** What can be typed, as the program itself defines it. */
export const commandLineOf = (program: Command): CommandLine => ({
  name: program.name(),
  version: TOOL.version,
  description: program.description(),
  commands: program.commands.map(commandOf),
});
