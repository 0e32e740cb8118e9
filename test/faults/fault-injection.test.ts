import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
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
/** Faults of each class; there are fourteen. */
const EACH = process.env['SOAK'] === '1' ? 1000 : 100;

/** What became of the faults of one class. */
interface Score {
  readonly made: number;
  readonly missed: readonly string[];
  readonly elsewhere: readonly string[];
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
    else if (!fault.lines.some((line) => issues.some((issue) => pointsAt(issue, line))))
      elsewhere.push(
        `${fault.what} — ${fault.lines.join()} ${issues.map(({ code, place }) => `${code}:${place?.line ?? 0}`).join(' ')}`,
      );
  }
  return { made, missed, elsewhere };
};

describe('faults, one a document', () => {
  it('has nothing to say about the documents as they are', () => {
    expect(DOCUMENTS.flatMap((text) => foundIn(text))).toEqual([]);
  });

  const scores = new Map<string, Score>();
  it.each(Object.keys(FAULTS))('%s', (name) => {
    const score = scoreOf(name);
    scores.set(name, score);
    console.log(name, score.made, 'missed', score.missed.length, 'elsewhere', score.elsewhere.length);
    for (const one of [...score.missed.slice(0, 12), '---', ...score.elsewhere.slice(0, 12)]) console.log('   ', one);
    expect(score.made).toBe(EACH);
  });
});
