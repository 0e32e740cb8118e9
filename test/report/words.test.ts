import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CRITERIA } from '../../src/model/stock-validation.ts';
import { CONSTRAINTS } from '../../src/validate/registry.ts';

describe('words', () => {
  const names = (folder: string, prefix: string) =>
    readdirSync(path.resolve(import.meta.dirname, '../../templates', folder))
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length, -'.hbs'.length).replaceAll('-', '_'))
      .sort();
  const constraints = CONSTRAINTS.map(({ id }) => id).sort();

  test('stand ready for exactly the constraints and criteria that there are', () => {
    expect(names('phrases', 'finding-')).toEqual(constraints);
    expect(names('phrases', 'criterion-')).toEqual([...CRITERIA].sort());
    expect(names('report', 'rule-')).toEqual(constraints);
    expect(names('report', 'nothing-')).toEqual(constraints);
    expect(names('report', 'label-')).toEqual([...constraints, ...CRITERIA.map((id) => `criterion_${id}`)].sort());
  });
});
