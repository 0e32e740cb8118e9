import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../src/validate/reconcile.ts';
import { alreadyMet } from '../../../src/validate/trust/already-met.ts';
import { pct, stated } from '../../account.ts';
import { documentThat, saidBy, towards } from './claims.ts';

/** Technology is 20 % of $1,000,000.00; the dearest stock of the sector decides what "there" means. */
const wanting = (target: string, from: string) =>
  documentThat({}, { directives: [towards(target, '0', { from: stated(pct(from), 31) })] });

describe('an instruction whose target the account has already', () => {
  it('is a note where it starts elsewhere', () => {
    expect(saidBy(alreadyMet, wanting('20', '46.8'))).toHaveLength(1);
    expect(saidBy(alreadyMet, wanting('20', '46.8'))[0]).toMatch(/^already-met note/);
  });

  it('is nothing to speak of where it starts there too', () => {
    expect(saidBy(alreadyMet, wanting('20', '20'))).toEqual([]);
  });

  it.each(['15', '25'])('is still open at %s percent: where it starts is a claim like any other', (target) => {
    expect(saidBy(alreadyMet, wanting(target, '46.8'))).toEqual([]);
    expect(saidBy(reconcile, wanting(target, '46.8')).join()).toContain('from-differs block');
  });

  it('has no say about where it starts any more', () => {
    expect(saidBy(reconcile, wanting('20', '46.8')).join()).not.toContain('from-differs');
  });
});
