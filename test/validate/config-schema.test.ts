// Editors complete the config file from this schema; it is compared with the defaults, which name every key.
import { describe, expect, it } from 'vitest';
import defaults from '../../config/constraints.json' with { type: 'json' };
import { configJsonSchema } from '../../src/validate/config.ts';

describe('configJsonSchema', () => {
  const sorted = (value: object): readonly string[] => Object.keys(value).sort();
  type Schema = Readonly<{
    description?: string;
    type?: string;
    required?: unknown;
    additionalProperties?: unknown;
    properties?: Record<string, Schema>;
  }>;
  const { properties = {} } = configJsonSchema() as Schema;

  it('knows exactly the sections and keys of config/constraints.json', () => {
    const keysOf = (sections: Readonly<Record<string, unknown>>) =>
      new Map(
        Object.entries(sections).map(([name, content]) => [
          name,
          typeof content === 'object' ? sorted(content ?? {}) : [],
        ]),
      );
    const described = Object.entries(properties).map(
      ([name, section]) => [name, sorted(section.properties ?? {})] as const,
    );
    expect(new Map(described)).toEqual(keysOf(defaults));
  });

  it('describes every key, closes every section and requires nothing', () => {
    const leaves = Object.entries(properties).flatMap(([name, section]) =>
      section.properties === undefined ? [[name, section] as const] : Object.entries(section.properties),
    );
    expect(leaves.filter(([, { description = '' }]) => description.length < 10)).toEqual([]);
    const sections = Object.values(properties).filter(({ type }) => type === 'object');
    expect(sections.map(({ additionalProperties }) => additionalProperties)).toEqual(sections.map(() => false));
    expect(sections.filter(({ required }) => required !== undefined)).toEqual([]);
  });
});
