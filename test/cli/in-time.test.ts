import { expect, it } from 'vitest';
import { inTime } from '../../src/cli/in-time.ts';
import { Unusable } from '../../src/cli/shell.ts';

const large = [{ text: 'a'.repeat(70_000) }];

it('stops what takes too long, and says so', () => {
  const stopped = (): unknown => {
    try {
      return inTime(large, () => {
        for (;;);
      });
    } catch (error) {
      return error;
    }
  };
  const error = stopped();
  expect(error).toBeInstanceOf(Unusable);
  expect((error as Unusable).issues).toEqual([
    { code: 'took-too-long', level: 'unusable', detail: { characters: 70_000, seconds: '1.5' } },
  ]);
});

it('gives back what the work gives, and lets its own errors through', () => {
  expect(inTime(large, () => 3)).toBe(3);
  expect(inTime([{ text: 'a' }], () => 4)).toBe(4);
  expect(() =>
    inTime(large, () => {
      throw new RangeError('own');
    }),
  ).toThrow(RangeError);
});
