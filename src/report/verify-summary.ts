import { say } from './say.ts';

/** What `po verify` prints about the whole; the faults themselves are told as diagnostics. */
export const verifySummary = (of: {
  readonly events: number;
  readonly faults: number;
  readonly digest: string;
  readonly document: string;
}): string => `${say('summary/verify', { ...of, several: of.events !== 1, many: of.faults !== 1 })}\n`;
