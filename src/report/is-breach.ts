import type { Finding } from '../model/finding.ts';

/** Whether a limit is broken, whatever that means for the verdict: there is less than no room. */
export const isBreach = ({ slack }: Pick<Finding, 'slack'>): boolean => {
  if (slack.unit === 'flag') return !slack.value;
  return slack.unit === 'usd' ? slack.value < 0n : slack.value.num < 0n;
};
