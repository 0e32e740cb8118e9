// The build compiles the templates itself: they must say what Handlebars would say.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
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
const words = [
  ...new Set(
    names.flatMap((name) => [...textOf(name).matchAll(/\{\{[^}]*\}\}/gu)].flatMap(([tag]) => tag.match(/\w+/gu))),
  ),
].filter((word) => word !== null && !/^(?:if|else|unless|each|this|length|first|\d+)$/u.test(word));

const plain = fc.oneof(fc.constantFrom('', 'x', 0, 3, true, false, undefined), fc.string({ maxLength: 3 }));
const fields = (inner: fc.Arbitrary<unknown>) =>
  fc.tuple(...words.map(() => inner)).map((values) => Object.fromEntries(words.map((word, at) => [word, values[at]])));
const leaf = fields(plain);
const view = fields(fc.oneof(plain, leaf, fc.array(fc.oneof(fc.constant('y'), leaf), { maxLength: 2 })));

const attempt = (make: () => string): string | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

describe('a compiled template', () => {
  test.each(names)('%s says what Handlebars would say', (name) => {
    const original = handlebars.compile(textOf(name), { strict: true, noEscape: true });
    fc.assert(
      fc.property(view, (own) => {
        const said = attempt(() => render(name, own));
        const expected = attempt(() => original(own));
        if (said !== undefined) expect(said).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('refuses a view that lacks what it prints', () => {
    expect(() => render('report/reason-message', { should: '' })).toThrow('templates/report/reason-message.hbs: “is”');
    expect(() => render('report/nothing-of-the-kind', {})).toThrow('templates/report/nothing-of-the-kind.hbs');
  });
});
