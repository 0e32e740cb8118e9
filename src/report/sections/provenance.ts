import type { Recommendation } from '../../model/recommendation.ts';
import { markdownText } from '../escape.ts';
import type { Meta } from '../plan-document.ts';

/** Where the figures come from: enough to make the same plan again. */
export const provenance = ({ now, portfolio, market }: Recommendation, meta: Meta): object => ({
  planId: markdownText(meta.planId),
  tool: markdownText(`${meta.tool.name} ${meta.tool.version}`),
  now: markdownText(now),
  asOf: markdownText(portfolio.asOf?.value ?? ''),
  marketAsOf: markdownText(market?.asOf?.value ?? ''),
  inputs: meta.inputs.map(({ role, path, sha256 }) => ({
    role: markdownText(role),
    path: markdownText(path),
    sha256: markdownText(sha256),
  })),
  config: markdownText(meta.configSha256),
  journal: meta.journal === undefined ? '' : String(meta.journal.seq),
  journalHash: markdownText(meta.journal?.digest ?? ''),
});
