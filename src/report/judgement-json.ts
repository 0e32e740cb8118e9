import type { Finding } from '../model/finding.ts';
import { placeText } from '../model/place.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Spelling } from '../model/sector.ts';
import { findingSubject } from './finding-subject.ts';
import { measureNumber } from './json-number.ts';
import type { ConstraintDocument, ReasonDocument } from './plan-document.ts';
import { reasons } from './reasons.ts';

const constraintDocument = (finding: Finding, spelling: Spelling): ConstraintDocument => ({
  id: finding.constraint,
  subject: findingSubject(finding, spelling),
  status: finding.level,
  limit: measureNumber(finding.limit),
  before: measureNumber(finding.before, finding.limit),
  after: measureNumber(finding.after, finding.limit),
  unit: finding.limit.unit,
  slack: measureNumber(finding.slack, { unit: 'points', value: { num: 0n, den: 1n } }),
  origin: finding.origin,
});

/** What was measured against what limit, passes too. */
export const constraintDocuments = ({ findings, spelling }: Recommendation): readonly ConstraintDocument[] =>
  findings.map((finding) => constraintDocument(finding, spelling));

/** The reasons for the verdict, worst first. */
export const reasonDocuments = (recommendation: Recommendation): readonly ReasonDocument[] =>
  reasons(recommendation).map(({ code, severity, subject, message, place }) => ({
    code,
    severity,
    subject,
    message,
    ...(place === undefined ? {} : { source: placeText(place) }),
  }));
