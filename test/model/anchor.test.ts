import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAnchor, withAnchor, type Anchor } from '../../src/model/anchor.ts';
import { runs } from '../properties/chance.ts';

const hash = 'ab'.repeat(32);
const line = `<!-- po:journal 12 ${hash} -->`;

/** Bodies that are made of what could be confused: line ends of all kinds, marks of byte order, anchors. */
const bodies = fc
  .array(fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '\ufeff', line, '<!-- po:journal ', ' ', '| a |'), fc.string()))
  .map((parts) => parts.join(''));
const anchors: fc.Arbitrary<Anchor> = fc.record({
  seq: fc.integer({ min: 1, max: 99_999_999 }),
  digest: fc.stringMatching(/^[0-9a-f]{64}$/),
});

describe('an anchor', () => {
  it('comes off again, and leaves exactly the body, whatever its line ends', () => {
    fc.assert(
      fc.property(bodies, anchors, (body, anchor) => {
        expect(splitAnchor(withAnchor(body, anchor))).toEqual({ body, anchor });
      }),
      runs(2000),
    );
  });

  it('is a line of its own, the last one', () => {
    fc.assert(
      fc.property(bodies, anchors, (body, anchor) => {
        const own = `<!-- po:journal ${anchor.seq} ${anchor.digest} -->`;
        expect(withAnchor(body, anchor).trimEnd().split('\n').at(-1)).toBe(own);
      }),
      runs(200),
    );
  });

  it.each([
    ['', `${line}\n`],
    ['a', `a\n${line}`],
    ['a\n', `a\n${line}\n`],
    ['a\r\n', `a\r\n${line}\r\n`],
    ['a\r', `a\r\n${line}`],
    ['a\r\nb', `a\r\nb\r\n${line}`],
    ['a\r\nb\r', `a\r\nb\r\r\n${line}`],
    ['\ufeff', `\ufeff\n${line}`],
    [`a\n${line}\n`, `a\n${line}\n${line}\n`],
  ])('%j becomes %j', (body, text) => {
    expect(withAnchor(body, { seq: 12, digest: hash })).toBe(text);
  });

  it('that is the whole text has an empty body', () => {
    expect(splitAnchor(line)).toEqual({ body: '', anchor: { seq: 12, digest: hash } });
  });

  it.each([
    ['nothing', ''],
    ['no anchor', 'a\n'],
    ['a line below it', `a\n${line}\nb\n`],
    ['an empty line below it', `a\n${line}\n\n`],
    ['a space behind it', `a\n${line} \n`],
    ['text before it in its line', `a ${line}\n`],
    ['a space before it', `a\n ${line}\n`],
    ['a number that is none', `a\n<!-- po:journal 0 ${hash} -->\n`],
    ['a number with a zero in front', `a\n<!-- po:journal 012 ${hash} -->\n`],
    ['a number too large to be kept', `a\n<!-- po:journal 123456789 ${hash} -->\n`],
    ['a digest that is too short', `a\n<!-- po:journal 12 ${hash.slice(1)} -->\n`],
    ['a digest in capitals', `a\n<!-- po:journal 12 ${hash.toUpperCase()} -->\n`],
    ['a comment that does not end', `a\n<!-- po:journal 12 ${hash} --\n`],
  ])('is none: %s', (_, text) => {
    expect(splitAnchor(text)).toEqual({ body: text });
  });
});
