import type { Issue } from '../model/issue.ts';

/** The world as a command sees it; tests hand in one of their own. */
export interface Shell {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readStdin: () => Promise<Buffer>;
  /** The present moment. */
  readonly clock: () => Date;
  readonly cwd: string;
  /** Columns of the terminal, or a default where there is none. */
  readonly width: number;
  /** Whether a person watches what is written to stderr. */
  readonly watched: boolean;
  /** Only ASCII can be shown. */
  readonly ascii: boolean;
  readonly colour: { readonly out: boolean; readonly err: boolean };
}

/** Thrown by a command that cannot go on because of what it was given; the issues say why. Caught once, in main. */
export class Unusable extends Error {
  readonly issues: readonly Issue[];
  /** Texts that the issues point into, so that the messages can show the lines. */
  readonly sources: readonly { readonly file: string; readonly text: string }[] = [];

  constructor(...issues: readonly Issue[]) {
    super(issues.map(({ code }) => code).join(', '));
    this.issues = issues;
  }
}
