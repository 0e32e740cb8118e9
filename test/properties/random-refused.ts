import fc from 'fast-check';
import type { AccountedLine, Directive } from '../../src/model/directive.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Place } from '../../src/model/place.ts';
import { pct } from '../../src/model/units.ts';
import type { Refused } from '../../src/repair/situation.ts';
import { planFor } from '../../src/steps/rebalance.ts';
import type { Sources } from '../../src/steps/read-sources.ts';
import { worlds } from './random-world.ts';
import { configOf, NOW, sourcesOf } from './world-sources.ts';
import type { World } from './world.ts';

/** What else may be wrong with a document: lines that contradict each other, and lines that nobody understands. */
interface Flaws {
  readonly contested: readonly { readonly at: number; readonly target: number }[];
  readonly unclear: number;
}

const flaws: fc.Arbitrary<Flaws> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Flaws>({ contested: [], unclear: 0 }) },
  {
    weight: 1,
    arbitrary: fc.record({
      contested: fc.array(fc.record({ at: fc.nat({ max: 9 }), target: fc.integer({ min: 0, max: 60 }) }), {
        maxLength: 2,
      }),
      unclear: fc.nat({ max: 2 }),
    }),
  },
);

const place = (line: number): Place => ({ file: 'Portfolio.md', line, column: 1 });

/** What other lines say of the sectors of some instructions. */
const contestedOf = ({ directives }: Sources, { contested }: Flaws): readonly Directive[] =>
  contested.flatMap(({ at, target }, index): readonly Directive[] => {
    const one = directives[at % Math.max(1, directives.length)];
    if (one?.kind !== 'sector' || one.target === undefined) return [];
    const line = { place: place(300 + index), text: `set to ${target}` };
    return [{ ...one, ...line, direction: 'set', target: pct(BigInt(target) * 1_000_000n) }];
  });

const unclearOf = ({ unclear }: Flaws): readonly AccountedLine[] =>
  Array.from({ length: unclear }, (_, index) => ({
    place: place(400 + index),
    text: 'perhaps',
    class: 'conditional' as const,
    reason: 'condition',
  }));

const conflict = (one: Directive): Issue => ({
  code: 'directive-conflict',
  level: 'block',
  place: one.place,
  detail: { subject: one.id, target: '', otherTarget: '', other: '', text: one.text },
});

/** A world with its flaws, as far as it is not SAFE: everything that repair is given. */
export const refusedOf = ({ world, flaws }: { readonly world: World; readonly flaws: Flaws }): Refused | undefined => {
  const plain = sourcesOf(world);
  const contested = contestedOf(plain, flaws);
  const unclear = unclearOf(flaws);
  const sources: Sources = { ...plain, contested, accounting: unclear };
  const read: readonly Issue[] = [
    ...contested.map(conflict),
    ...unclear.map(({ place: at, text }): Issue => ({
      code: 'condition',
      level: 'approve',
      place: at,
      detail: { text },
    })),
  ];
  const terms = { config: configOf(world), now: NOW };
  const plan = planFor(sources, terms, read);
  return plan.verdict === 'SAFE' ? undefined : { plan, sources, terms, read };
};

/** Worlds of every kind, some with lines that contradict each other or are not understood. */
export const flawedWorlds = fc.record({ world: worlds, flaws });
