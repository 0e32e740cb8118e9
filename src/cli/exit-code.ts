import type { Verdict } from '../model/verdict.ts';

/** What the program's exit code says; scripts rely on these. */
export const EXIT = { ok: 0, internal: 1, unusable: 2, stale: 3, conditional: 10, blocked: 20 } as const;

/** The exit code of a verdict. */
export const exitOf = (verdict: Verdict): number =>
  verdict === 'SAFE' ? EXIT.ok : verdict === 'CONDITIONAL' ? EXIT.conditional : EXIT.blocked;

/** The gravest of several exit codes: an internal error over unusable input over blocked over conditional. */
export const gravest = (codes: readonly number[]): number =>
  [EXIT.internal, EXIT.unusable, EXIT.blocked, EXIT.conditional].find((code) => codes.includes(code)) ?? EXIT.ok;
