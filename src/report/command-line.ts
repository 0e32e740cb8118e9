/** One option of a command: `--basis <basis>` with the values that it takes, where they are few. */
export interface CommandOption {
  /** With its dashes. */
  readonly long: string;
  readonly short?: string;
  /** The name of what it takes; absent: it takes nothing. */
  readonly value?: string;
  readonly choices: readonly string[];
  readonly description: string;
}

/** What a command is given by position. */
export interface CommandArgument {
  readonly name: string;
  readonly required: boolean;
  readonly several: boolean;
  readonly choices: readonly string[];
  readonly description: string;
}

/** One command of the program. */
export interface CommandLineCommand {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
}

/** Everything that can be typed, for the manual page and for the completions of shells. */
export interface CommandLine {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly commands: readonly CommandLineCommand[];
}
