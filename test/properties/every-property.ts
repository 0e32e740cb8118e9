import * as cashOnTheWay from './cash-on-the-way.ts';
import * as generatorRespects from './generator-respects.ts';
import * as intentsKept from './intents-kept.ts';
import type { Property } from './property.ts';
import * as targetsMet from './targets-met.ts';
import * as wellFormed from './well-formed.ts';

/** Every property of a plan, by what it is about. */
export const PROPERTIES: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  'orders are well formed': { ...wellFormed },
  'cash on the way': { ...cashOnTheWay },
  'the generator respects': { ...generatorRespects },
  'what the person wants is kept': { ...intentsKept },
  'targets are met': { ...targetsMet },
};
