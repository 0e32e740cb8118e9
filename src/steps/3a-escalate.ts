import type { Finding } from '../model/finding.ts';
import type { Escalation } from '../model/recommendation.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Config } from '../validate/config.ts';

/** Step 3A: a CONDITIONAL plan asks the approver; what triggered it is a constraint, or something left open. */
export const escalate = (verdict: Verdict, findings: readonly Finding[], config: Config): Escalation | undefined =>
  verdict === 'CONDITIONAL'
    ? {
        trigger: findings.some(({ level }) => level === 'approve') ? 'constraint_violation' : 'open_question',
        routing: config.approvals.routing,
        slaMinutes: config.approvals.sla_minutes,
      }
    : undefined;
