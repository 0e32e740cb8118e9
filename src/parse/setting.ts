import type { Place } from '../model/place.ts';
import type { Known } from './subject-of.ts';

/** Which end of a range ("20–25%") is the target, if the configuration says so. */
export type RangeTarget = 'low' | 'mid' | 'high';

/** Where an instruction stands, and what is known to understand it with. */
export interface Setting {
  readonly text: string;
  readonly place: Place;
  readonly known: Known;
  readonly rangeTarget?: RangeTarget | undefined;
  /** A bare percentage is a target here: the heading or the column says so. */
  readonly targetHeading: boolean;
}
