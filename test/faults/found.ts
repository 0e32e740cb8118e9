import { check } from '../../src/steps/check.ts';
import type { Issue } from '../../src/model/issue.ts';
import { limits } from '../account.ts';

const config = limits();

/** Everything that `po check` says about a document on the evening of its day. */
export const foundIn = (text: string): readonly Issue[] =>
  check({ portfolio: { file: 'Portfolio.md', text }, stocks: [], config, now: '2026-01-08T16:00:00-05:00' }).issues;

/** Whether an issue points at a line: as its own place, or as the other place that it names. */
export const pointsAt = ({ place, detail }: Issue, line: number): boolean =>
  place?.line === line || new RegExp(`Portfolio\\.md:${line}:|\\(line ${line}\\)`).test(JSON.stringify(detail));
