// The scanner against the reference: whatever it accepts, it reads exactly as momoa does, places included.
import { parse } from '@humanwhocodes/momoa';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { scanJson } from '../../src/parse/scan-json.ts';
import { runs } from '../properties/chance.ts';

type Plain = Readonly<Record<string, unknown>>;

/** What is read of a tree: kinds, values, names, and where each begins and ends. */
const essence = (node: Plain): Plain => {
  const { type, value, members, elements, loc } = node;
  return {
    type,
    loc,
    ...(['String', 'Number', 'Boolean'].includes(String(type)) ? { value } : {}),
    ...(Array.isArray(members)
      ? { members: (members as { name: Plain; value: Plain }[]).map((one) => [essence(one.name), essence(one.value)]) }
      : {}),
    ...(Array.isArray(elements) ? { elements: (elements as { value: Plain }[]).map((one) => essence(one.value)) } : {}),
  };
};

/** True when the scanner took the text; it must then agree with momoa. */
const agrees = (text: string): boolean => {
  const tree = scanJson(text);
  if (tree === undefined) return false;
  expect(essence(tree as unknown as Plain), JSON.stringify(text)).toEqual(
    essence(parse(text).body as unknown as Plain),
  );
  return true;
};

const key = fc.constantFrom('ticker', 'price', 'as_of', '__proto__', 'a', '', 'é', 'a"b', 'x\\y', 'tab\t');
const documents = fc
  .tuple(
    fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('NVDA', 'Basic Materials', '', '→', "it's", 'a/b', '\n', 'true', '12'),
        fc.constantFrom(0, -0, 1, 12.5, -3, 1e21, 1e-7, 123456789.123, 0.1),
        fc.constantFrom(true, false, null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    })).value,
    fc.constantFrom(0, 1, 2, '\t'),
    fc.constantFrom('', '\n', ' ', '\n\n', '\r\n'),
  )
  .map(([value, indent, end]) => `${end}${JSON.stringify(value, null, indent)}${end}`);

const MARKS = [
  '{', '}', '[', ']', ',', ':', '"', '\\', ' ', '\n', '\r', '\t', '0', '1', '.', '-', '+', 'e', 'E', 't', 'f', 'n', '/', '*', '#', 'a', 'é',
]; // prettier-ignore

/** The same text with one character put in, taken out or replaced: most are broken, some say something else. */
const changed = fc
  .tuple(documents, fc.nat(), fc.constantFrom(...MARKS), fc.constantFrom(0, 1))
  .map(([text, where, mark, removed]) => {
    const at = where % (text.length + 1);
    return `${text.slice(0, at)}${mark}${text.slice(at + removed)}`;
  });

describe('the JSON scanner', () => {
  test('agrees with momoa on every document that it takes', () => {
    let taken = 0;
    fc.assert(
      fc.property(documents, (text) => {
        if (agrees(text)) taken += 1;
      }),
      runs(1000),
    );
    expect(taken).toBeGreaterThan(300);
  });

  test('takes nothing that momoa refuses or reads otherwise', () => {
    let taken = 0;
    fc.assert(
      fc.property(changed, (text) => {
        if (agrees(text)) taken += 1;
      }),
      runs(2000),
    );
    expect(taken).toBeGreaterThan(100);
  });

  test('takes the market files of the fixtures', () => {
    const scenarios = path.join(import.meta.dirname, '../../fixtures/scenarios');
    const files = readdirSync(scenarios, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /(?:^|\/)market\.json$/.test(file) && !file.includes('expected'),
    );
    const taken = files.filter((file) => agrees(readFileSync(path.join(scenarios, file), 'utf8')));
    expect(taken.length).toBeGreaterThan(files.length * 0.8);
  });

  test.each(['01', '1.', '.5', '+1', '1e', '1x', 'trueish', '{"a":1,}', '[1,]', '{"a" 1}', '[1 2]', '"a', '', '{} {}'])(
    'leaves %s to momoa',
    (text) => {
      expect(scanJson(text)).toBeUndefined();
    },
  );
});
