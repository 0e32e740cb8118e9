import type { Intent } from '../model/intent.ts';
import { dollarsNumber } from './json-number.ts';
import type { IntentDocument } from './plan-document.ts';

/** What the person wanted of a plan, in inputs.json and plan.json. */
export const intentDocument = (intent: Intent): IntentDocument =>
  intent.kind === 'restraint'
    ? { kind: intent.kind, no_sell: intent.noSell, within_band: intent.withinBand }
    : { kind: intent.kind, amount: dollarsNumber(intent.amount) };
