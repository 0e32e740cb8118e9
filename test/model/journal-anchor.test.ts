import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAnchor, withAnchor, type Anchor } from '../../src/model/anchor.ts';
import { runs } from '../properties/chance.ts';

const digest = 'a1'.repeat(32);
const anchor: Anchor = { seq: 12, digest };
const line = `<!-- po:journal 12 ${digest} -->`;

/** Bodies made of everything that ends lines or looks like an anchor. */
const bodies = fc
  .array(fc.constantFrom('a', '\n', '\r\n', '\r', '\ufeff', ' ', '| x |', line, '<!-- po:journal 3 -->'), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));

test('any body comes back as it was', () => {
  fc.assert(
    fc.property(bodies, fc.integer({ min: 1, max: 99_999_999 }), (body, seq) => {
      expect(splitAnchor(withAnchor(body, { seq, digest }))).toEqual({ body, anchor: { seq, digest } });
    }),
    runs(4_000),
  );
});

test.each([
  ['with a final line end', 'x\n', `x\n${line}\n`],
  ['without one', 'x', `x\n${line}`],
  ['with the line ends of Windows', 'x\r\ny\r\n', `x\r\ny\r\n${line}\r\n`],
  ['with those, without a final one', 'x\r\ny', `x\r\ny\r\n${line}`],
  ['with nothing in it', '', `${line}\n`],
])('the anchor follows a body %s', (_, body, text) => {
  expect(withAnchor(body, anchor)).toBe(text);
});

describe('no anchor', () => {
  test.each([
    ['not the last line', `x\n${line}\ny\n`],
    ['a blank line behind it', `x\n${line}\n\n`],
    ['something before it on its line', `x ${line}\n`],
    ['something behind it on its line', `x\n${line} \n`],
    ['number 0', `x\n<!-- po:journal 0 ${digest} -->\n`],
    ['a number with a leading zero', `x\n<!-- po:journal 012 ${digest} -->\n`],
    ['a number too long', `x\n<!-- po:journal 123456789 ${digest} -->\n`],
    ['a digest too short', `x\n<!-- po:journal 12 ${digest.slice(1)} -->\n`],
    ['a digest in capitals', `x\n<!-- po:journal 12 ${digest.toUpperCase()} -->\n`],
    ['an empty document', ''],
  ])('%s', (_, text) => {
    expect(splitAnchor(text)).toEqual({ body: text });
  });
});

test('a body that ends in an anchor of its own keeps it', () => {
  const body = `x\n${line}\n`;
  expect(splitAnchor(withAnchor(body, { seq: 13, digest })).body).toBe(body);
});
