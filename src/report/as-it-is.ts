import type { Finding } from '../model/finding.ts';

/** A finding about what has happened: nothing of it is still to come, so its words say what is, not what would be. */
export const asItIs = (finding: Finding): Finding => ({ ...finding, before: finding.after });
