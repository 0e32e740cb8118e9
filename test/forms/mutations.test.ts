import { afterAll, expect, it } from 'vitest';
import { chancesFrom } from '../faults/chances.ts';
import { BASE } from './base-plan.ts';
import { MUTATIONS } from './mutations.ts';
import { grave, ledTo } from './outcome.ts';
import { FORMS } from './written-forms.ts';

/** 5,000 take half a minute: `npm test` has the first 2,000, and soaking ten times all of them. */
const RUNS = process.env['SOAK'] === '1' ? 50_000 : Number(process.env['RUNS'] ?? 5000);
const NAMES = Object.keys(MUTATIONS);
const STARTS = [BASE, ...Object.values(FORMS)];
const ORDERS = ledTo(BASE).trades;

/** The same orders, or a person is asked; else the orders have changed and nobody was told. */
const becameOf = (text: string): 'same' | 'told' | 'silent' => {
  const led = ledTo(text);
  if (led.trades === ORDERS) return 'same';
  return grave(led).length > 0 ? 'told' : 'silent';
};

/** From one to four changes of one of the forms of the plan. */
const mutated = (seed: number): { readonly text: string; readonly names: readonly string[] } => {
  const chances = chancesFrom(seed);
  const names = Array.from({ length: 1 + chances.below(4) }, () => chances.one(NAMES));
  const text = names.reduce((before, name) => MUTATIONS[name]?.(before, chances) ?? before, chances.one(STARTS));
  return { text, names };
};

const counted = { same: 0, told: 0, silent: 0 };

it('changes of form never change an order silently', { timeout: 3_600_000 }, () => {
  const silent: string[] = [];
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const { text, names } = mutated(seed);
    const became = becameOf(text);
    counted[became] += 1;
    if (became === 'silent') silent.push(`${seed}: ${names.join(', ')}\n${text}`);
  }
  expect(silent.slice(0, 3).join('\n\n')).toBe('');
  expect(counted.same * 2).toBeGreaterThan(RUNS);
});

it('would see an order that changes silently', () => {
  expect(becameOf(BASE.replace('to 22%', 'to 23%'))).toBe('silent');
});

afterAll(() => {
  console.log(
    `${RUNS} documents: ${counted.same} gave the same orders, ${counted.told} were asked about, ${counted.silent} neither`,
  );
});
