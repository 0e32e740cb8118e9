import type { Place } from '../model/place.ts';

/** A JSON document that a config is read from. */
export interface ConfigSource {
  readonly file: string;
  readonly value: unknown;
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  /** The place of the key that a path ends with. */
  readonly keyPlaceOf: (path: readonly (string | number)[]) => Place;
}

/** One value in force, as it is written, and where it comes from: a place in the person's file, or the defaults. */
export interface EffectiveSetting {
  readonly section: string;
  readonly key: string;
  readonly value: unknown;
  readonly place?: Place;
}
