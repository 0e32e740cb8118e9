import { jsonText } from '../report/json-text.ts';
import { planId } from './plan-id.ts';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text without the name, which must stand in it once and before `end`; undefined where it does not. */
const without = (text: unknown, id: string, end = '\n'): string | undefined => {
  if (typeof text !== 'string') return undefined;
  const parts = text.split(id);
  const [before = ''] = parts;
  return parts.length === 2 && !before.includes(end) ? parts.join('') : undefined;
};

/** A plan before it had its name: the name stands in plan_id and, with a request for approval, in three places of that. */
const unnamed = (plan: Fields, id: string): Fields | undefined => {
  if (plan['plan_id'] !== id) return undefined;
  const escalation = plan['escalation'];
  if (!isFields(escalation)) return { ...plan, plan_id: '' };
  const report = without(escalation['dry_run_report'], id);
  const request = without(escalation['request'], id);
  if (escalation['plan_id'] !== id || report === undefined || request === undefined) return undefined;
  return { ...plan, plan_id: '', escalation: { ...escalation, plan_id: '', dry_run_report: report, request } };
};

/**
 * The id that the text of a plan.json gives, whatever id it states: the two differ as soon as a byte of it was changed. Empty
 * where po cannot have written it.
 */
export const contentId = (text: string): string => {
  try {
    const plan: unknown = JSON.parse(text);
    if (!isFields(plan) || typeof plan['plan_id'] !== 'string' || jsonText(plan) !== text) return '';
    const bare = unnamed(plan, plan['plan_id']);
    return bare === undefined ? '' : planId(jsonText(bare));
  } catch {
    return ''; // no JSON
  }
};
