import path from 'node:path';
import type { PlanStatus } from '../model/plan-status.ts';
import { afterTrade } from '../report/after-trade.ts';
import { writePlan } from './write-plan.ts';

/** Writes the reports after the trades into the plan's folder (step 8). */
export const writeAfterTrade = async (folder: string, status: PlanStatus): Promise<void> => {
  await writePlan(path.dirname(folder), path.basename(folder), afterTrade(status));
};
