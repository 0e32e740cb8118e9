import type { Finding } from '../model/finding.ts';
import { sectorName, type Sector, type Spelling } from '../model/sector.ts';

const ABOUT_SECTORS: ReadonlySet<string> = new Set(['sector_cap', 'sector_increase']);

/** The subject of a finding as people call it: a sector in the document's own spelling. */
export const findingSubject = (
  { constraint, subject }: Pick<Finding, 'constraint' | 'subject'>,
  spelling: Spelling,
): string => (ABOUT_SECTORS.has(constraint) ? sectorName(subject as Sector, spelling) : subject);
