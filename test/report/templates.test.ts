// The build compiles the templates itself: they must say what Handlebars would say.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/report/render.ts';

const folder = path.resolve(import.meta.dirname, '../../templates');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.hbs'))
  .map((file) => file.slice(0, -'.hbs'.length));
const textOf = (name: string): string => readFileSync(path.join(folder, `${name}.hbs`), 'utf8');

const handlebars = Handlebars.create();
for (const name of names) {
  if (name.startsWith('partials/')) handlebars.registerPartial(name.slice('partials/'.length), textOf(name));
}

/** Every word between braces of any template, so that a view can have all of them. */
const WORDS = new Set(
  names.flatMap((name) => [...textOf(name).matchAll(/\{\{[^}]*\}\}/gu)].flatMap(([tag]) => tag.match(/\w+/gu) ?? [])),
);

const PLAIN: readonly unknown[] = ['', 'x', 0, 3, true, false, undefined, ['a', 'b'], []];

/** A view with every field, filled in one of several ways; lists and objects hold views of the same kind. */
const viewOf = (seed: number, depth: number): object => {
  const inner = depth > 0 ? viewOf(seed + 1, depth - 1) : undefined;
  const kinds = inner === undefined ? PLAIN : [...PLAIN, inner, inner, [inner], [inner, 'y']];
  return Object.fromEntries(
    [...WORDS].map((word, at) => [word, kinds[(at * 7 + seed * 5 + word.length) % kinds.length]]),
  );
};
const VIEWS = Array.from({ length: 26 }, (_, seed) => viewOf(seed, 3));

const attempt = (make: () => string): string | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

describe('a compiled template', () => {
  test('says what Handlebars would say, or refuses', () => {
    let said = 0;
    for (const name of names) {
      const original = handlebars.compile(textOf(name), { strict: true, noEscape: true });
      for (const view of VIEWS) {
        const own = attempt(() => render(name, view));
        if (own === undefined) continue;
        said += 1;
        expect(own, name).toBe(attempt(() => original(view)));
      }
    }
    expect(said).toBeGreaterThan(names.length * VIEWS.length * 0.8);
  });

  test('refuses a view that lacks what it prints', () => {
    expect(() => render('report/reason-message', { should: '' })).toThrow('templates/report/reason-message.hbs: “is”');
    expect(() => render('report/nothing-of-the-kind', {})).toThrow('templates/report/nothing-of-the-kind.hbs');
  });
});
