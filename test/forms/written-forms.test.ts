import { describe, expect, it } from 'vitest';
import { BASE } from './base-plan.ts';
import { grave, ledTo } from './outcome.ts';
import { FORMS } from './written-forms.ts';

describe('one plan in other forms', () => {
  const base = ledTo(BASE);

  it('has orders, and nothing to complain about', () => {
    expect(JSON.parse(base.trades ?? '[]')).toHaveLength(5);
    expect(grave(base)).toEqual([]);
  });

  it('is written in at least twenty-four forms, no two alike', () => {
    const texts = Object.values(FORMS);
    expect(texts.length).toBeGreaterThanOrEqual(24);
    expect(new Set([BASE, ...texts]).size).toBe(texts.length + 1);
  });

  it.each(Object.entries(FORMS))('%s: the same orders, byte for byte', (_, text) => {
    const led = ledTo(text);
    expect(grave(led)).toEqual([]);
    expect(led.trades).toBe(base.trades);
  });

  it('would see another plan', () => {
    expect(ledTo(BASE.replace('to 22%', 'to 23%')).trades).not.toBe(base.trades);
  });
});
