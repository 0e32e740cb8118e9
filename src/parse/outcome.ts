import type { Directive, LineClass } from '../model/directive.ts';
import type { Detail, IssueLevel } from '../model/issue.ts';

/** A line that was understood and can be carried out. */
export interface Understood {
  readonly kind: 'directive';
  readonly directive: Directive;
}

/** A line that was not carried out: its class, why, and how grave that is (no level: nothing to report). */
export interface Declined {
  readonly kind: 'declined';
  readonly class: Exclude<LineClass, 'directive' | 'restated'>;
  readonly reason: string;
  readonly level?: IssueLevel;
  readonly detail: Detail;
  readonly subject?: string;
}

/** What became of one line that looks like an instruction. */
export type Outcome = Understood | Declined;
