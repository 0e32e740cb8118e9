import { say } from './say.ts';

/** How a plan that was made again compares with its record. */
export interface ReplayFigures {
  readonly planId: string;
  /** The version of po that made the plan, as its record states it. */
  readonly version: string;
  /** How many files a plan like this has. */
  readonly files: number;
  /** How many of them are in the folder, byte for byte. */
  readonly identical: number;
  /** How many files of the folder are not made by a plan like this. */
  readonly additional: number;
}

/** What `po replay` prints. */
export const replaySummary = (figures: ReplayFigures): string =>
  `${say('summary/replay', {
    ...figures,
    same: figures.identical === figures.files && figures.additional === 0,
    several: figures.files !== 1,
  })}\n`;
