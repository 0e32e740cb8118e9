// What the README shows is what po prints. `npm run golden` shows it anew.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inCopyOf, runPo } from './run-po.ts';

const root = path.join(import.meta.dirname, '..');
const file = path.join(root, 'README.md');

/** A copy of the examples under this name, with the limits beside it. */
const inExamples = async <T>(name: string, use: (home: string, examples: string) => Promise<T>): Promise<T> => {
  const home = mkdtempSync(path.join(tmpdir(), 'po-readme-'));
  try {
    cpSync(path.join(root, 'config'), path.join(home, 'config'), { recursive: true });
    cpSync(path.join(root, 'examples'), path.join(home, name), { recursive: true });
    rmSync(path.join(home, name, 'plans'), { recursive: true, force: true });
    return await use(home, path.join(home, name));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

it('shows what the first of its two commands prints', async () => {
  const readme = readFileSync(file, 'utf8');
  const [, args = ''] = /npx po (rebalance [^\n`]*?)\s+#/.exec(readme) ?? [];
  const [, shown = ''] = /```text\n([\s\S]*?)\n```/.exec(readme) ?? [];
  const { out, exit } = await inExamples('examples', (home) => runPo(args.split(/\s+/), home));
  expect(exit).toBe(0);
  expect(out.trimEnd()).toBe(shown);
});

/** A command as it is typed, and what is shown below it; a line `…` stands for any lines. */
interface Scene {
  readonly typed: string;
  readonly shown: string;
}

const scenesOf = (console: string): readonly Scene[] =>
  console
    .split(/^\$ /mu)
    .slice(1)
    .map((scene) => {
      const typed = /^(?:.*\\\n)*.*\n/u.exec(scene)?.[0] ?? '';
      return { typed, shown: scene.slice(typed.length) };
    });

const fits = (shown: string, printed: string): boolean => {
  const parts = shown.split(/^…\n/mu).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  return new RegExp(`^${parts.join('(?:.*\\n)*')}$`, 'u').test(printed);
};

/** The scene with what is really printed, where that is not what is shown. */
const play = async ({ typed, shown }: Scene, folder: string): Promise<string> => {
  const words = [...typed.replaceAll('\\\n', ' ').matchAll(/"([^"]*)"|(\S+)/gu)].map(
    ([, quoted, bare]) => quoted ?? bare,
  );
  const [npx, po, ...args] = words.map(String);
  if (npx !== 'npx' || po !== 'po') return `$ ${typed}${shown}`;
  const { out, err } = await runPo(args, folder);
  const isFolded = process.env['GOLDEN'] === 'write' && /^…$/mu.test(shown); // what to leave out only a person can say
  return `$ ${typed}${isFolded || fits(shown, err + out) ? shown : err + out}`;
};

it('tells the story after the trades as it happens', async () => {
  const readme = readFileSync(file, 'utf8');
  const [story = ''] = /^## After the trades\n[\s\S]*?(?=^## )/mu.exec(readme) ?? [];
  const scenes = [...story.matchAll(/```console\n([\s\S]*?)```/gu)].map(([, console = '']) => scenesOf(console));
  expect(scenes.flat().filter(({ typed }) => typed.startsWith('npx po ')).length).toBeGreaterThan(8);
  const told = await inExamples('my-account', async (_, folder) => {
    const blocks: string[] = [];
    for (const block of scenes) {
      const played: string[] = [];
      for (const scene of block) played.push(await play(scene, folder));
      blocks.push(played.join(''));
    }
    return blocks;
  });
  const retold = readme.replace(story, () =>
    story.replace(/```console\n[\s\S]*?```/gu, () => `\`\`\`console\n${told.shift() ?? ''}\`\`\``),
  );
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, retold);
  expect(retold).toBe(readFileSync(file, 'utf8'));
});

it.each([
  ['init', 'examples'],
  ['import', 'fixtures/brokers/etrade-positions'],
])('shows what `po %s` prints', async (command, folder) => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const example = new RegExp(`\\$ npx po (${command} [^\\n]*)\\n\`\`\`\\n\\n\`\`\`text\\n([\\s\\S]*?)\\n\`\`\``);
  const [, args = '', shown = ''] = example.exec(readme) ?? [];
  const { out, exit } = await inCopyOf(path.join(root, folder), (copy) => runPo(args.split(' '), copy));
  expect(exit).toBe(0);
  expect(out.trimEnd()).toBe(shown);
});
