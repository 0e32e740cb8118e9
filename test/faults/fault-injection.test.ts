import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chancesFrom } from './chances.ts';
import { cleanDocument } from './clean-document.ts';
import { faultIn, FAULTS } from './faults.ts';
import { foundIn, pointsAt } from './found.ts';

const example = (name: string) => readFileSync(path.join(import.meta.dirname, '../../examples', name), 'utf8');
const DOCUMENTS = [
  example('Portfolio.md'),
  example('Portfolio-bullets.md'),
  ...Array.from({ length: 60 }, (_, seed) => cleanDocument(seed)),
];
/** Faults of each class. */
const EACH = process.env['SOAK'] === '1' ? 1000 : 100;

/** What became of the faults of one class: told with the right line, told elsewhere, or passed over. */
interface Score {
  readonly name: string;
  readonly made: number;
  readonly elsewhere: readonly string[];
  readonly missed: readonly string[];
}

const scoreOf = (name: string): Score => {
  const chances = chancesFrom(name.length * 7919 + name.charCodeAt(0));
  const missed: string[] = [];
  const elsewhere: string[] = [];
  let made = 0;
  for (let tries = 0; made < EACH && tries < 20 * EACH; tries += 1) {
    const fault = faultIn(chances.one(DOCUMENTS), FAULTS[name] ?? [], chances);
    if (fault === undefined) continue;
    made += 1;
    const issues = foundIn(fault.text);
    if (issues.length === 0) missed.push(fault.what);
    else if (!fault.lines.some((line) => issues.some((issue) => pointsAt(issue, line)))) elsewhere.push(fault.what);
  }
  return { name, made, elsewhere, missed };
};

/**
 * Single faults that go beyond rounding and the tolerances of the config, in documents that state most figures twice.
 * Left out is what a document cannot contradict: another valid ticker in a row, a date that is possible, a figure that
 * nothing else depends on.
 */
describe('faults, one a document', () => {
  const scores: Score[] = [];

  it('has nothing to say about the documents as they are', () => {
    expect(DOCUMENTS.flatMap((text) => foundIn(text))).toEqual([]);
  });

  it('makes them in at least twelve classes', () => {
    expect(Object.keys(FAULTS).length).toBeGreaterThanOrEqual(12);
  });

  it.each(Object.keys(FAULTS))('%s: at least 95 of 100 are told with the right line', (name) => {
    const score = scoreOf(name);
    scores.push(score);
    expect(score.made).toBe(EACH);
    const astray = [...score.elsewhere, ...score.missed];
    expect(astray.length * 20, astray.join('\n')).toBeLessThanOrEqual(EACH);
  });

  it('tells at least 99 of 100 with the right line, of at least 1,000', () => {
    const made = scores.reduce((sum, score) => sum + score.made, 0);
    const astray = scores.flatMap(({ elsewhere, missed }) => [...elsewhere, ...missed]);
    expect(made).toBeGreaterThanOrEqual(1000);
    expect(astray.length * 100, astray.join('\n')).toBeLessThanOrEqual(made);
  });

  afterAll(() => {
    const lines = scores.map(
      ({ name, made, elsewhere, missed }) =>
        `${name.padEnd(18)} ${made} made, ${made - elsewhere.length - missed.length} with the right line, ${elsewhere.length} elsewhere, ${missed.length} missed`,
    );
    console.log(`\n${lines.join('\n')}`);
  });
});
