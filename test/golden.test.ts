import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inCopyOf, NOW, runPo } from './run-po.ts';

/** How a story is run. */
interface Story {
  readonly args: readonly string[];
  readonly exit: number;
}

const fixtures = path.join(import.meta.dirname, '../fixtures');
const stories = ['scenarios', 'stocks'].flatMap((kind) =>
  readdirSync(path.join(fixtures, kind))
    .sort()
    .map((name) => `${kind}/${name}`),
);

const textsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    existsSync(folder)
      ? readdirSync(folder)
          .sort()
          .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const)
      : [],
  );

/** Everything that a run of the story shows and writes: one file each. */
const tell = async (source: string, story: Story): Promise<{ exit: number; files: ReadonlyMap<string, string> }> =>
  inCopyOf(source, async (copy) => {
    const ran = await runPo([...story.args, '--now', NOW], copy);
    const plans = path.join(copy, 'plans');
    const folders = existsSync(plans) ? readdirSync(plans).sort() : [];
    const named = (plan: string, file: string): string => (folders.length > 1 ? `${plan}-${file}` : file);
    const files = new Map(
      folders.flatMap((plan) => [...textsIn(path.join(plans, plan))].map(([file, text]) => [named(plan, file), text])),
    );
    return { exit: ran.exit, files: files.set('stdout.txt', ran.out).set('stderr.txt', ran.err) };
  });

const rewrite = (folder: string, files: ReadonlyMap<string, string>): void => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of files) writeFileSync(path.join(folder, file), text);
};

describe('every story gives the files that it gave before', () => {
  it.each(stories)('%s', async (name) => {
    const source = path.join(fixtures, name);
    const story = JSON.parse(readFileSync(path.join(source, 'case.json'), 'utf8')) as Story;
    const { exit, files } = await tell(source, story);
    const expected = path.join(source, 'expected');
    if (process.env['GOLDEN'] === 'write') rewrite(expected, files);
    expect(exit).toBe(story.exit);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(textsIn(expected)));
  });
});
