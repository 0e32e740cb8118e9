import { expect, it } from 'vitest';
import type { ResolvedDirective } from '../../../src/model/directive.ts';
import { basisSaid } from '../../../src/validate/trust/basis-said.ts';
import { limits, pct, shares } from '../../account.ts';
import { documentThat, saidBy, towards } from './claims.ts';

/** Technology to 15 % of the invested money, which resolved to 13.5 % of the account. */
const converted = (more: object = {}): ResolvedDirective => ({
  ...towards('15', '-65000', more),
  target: { num: 135n, den: 1000n },
});
const statements = documentThat({}, { directives: [converted()] });

it.each([undefined, 'total'] as const)('says nothing with the word %s', (basis) => {
  expect(saidBy(basisSaid, basis === undefined ? statements : { ...statements, basis })).toEqual([]);
});

it('tells every target that was converted, once', () => {
  const whole = { kind: 'ticker', aim: { kind: 'weight', target: pct('4') } };
  const directives = [
    converted(),
    converted(whole),
    converted({ kind: 'ticker', aim: { kind: 'shares', shares: shares('3') } }),
    converted({ target: pct('0') }),
    converted({ kind: 'cash' }),
  ];
  const issues = basisSaid({ ...statements, directives, basis: 'invested' }, limits().trust);
  expect(issues).toMatchObject([
    {
      code: 'basis-of-invested',
      level: 'note',
      detail: { targets: ['Technology 15% → 13.5%', 'Technology 4% → 13.5%'] },
    },
  ]);
});
