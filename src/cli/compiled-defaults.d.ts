import type { Config } from '../validate/config.ts';
import type { EffectiveSetting } from '../validate/config-source.ts';

/** config/constraints.json, read and validated by scripts/build.mjs. */
export declare const defaultConfig: Config;

/** The same, setting by setting. */
export declare const defaultSettings: readonly EffectiveSetting[];
