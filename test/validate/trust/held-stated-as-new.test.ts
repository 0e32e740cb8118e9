import { describe, expect, it } from 'vitest';
import type { ResolvedDirective } from '../../../src/model/directive.ts';
import { pctRatio, weight } from '../../../src/model/ratio.ts';
import { fromPercentages } from '../../../src/validate/trust/from-percentages.ts';
import { heldStatedAsNew } from '../../../src/validate/trust/held-stated-as-new.ts';
import { limits, pct, stated, ticker, usd } from '../../account.ts';
import { documentThat, saidBy } from './claims.ts';

/** An instruction for MSFT, which is held: a fifth of the account, or what `held` says. */
const buying = (text: string, from?: string, more: object = {}, held = '200000'): ResolvedDirective => ({
  directive: {
    kind: 'ticker',
    id: 'ticker:MSFT',
    direction: 'increase',
    ticker: ticker('MSFT'),
    aim: { kind: 'weight', target: pct('25') },
    place: stated('', 30).place,
    text,
    ...(from === undefined ? {} : { from: stated(pct(from), 31) }),
    ...more,
  },
  subject: 'MSFT',
  action: 'BUY',
  current: weight(usd(held), usd('1000000')),
  target: pctRatio(pct('25')),
  change: usd('50000'),
});

const said = (directive: ResolvedDirective) => saidBy(heldStatedAsNew, documentThat({}, { directives: [directive] }));

describe('a purchase of what is held as if it were new', () => {
  it.each([
    ['from its weight', buying('Increase MSFT from 20% to 25%', '20'), []],
    ['without "from"', buying('Increase MSFT to 25%'), []],
    ['from 0 %', buying('Buy MSFT from 0% to 25%', '0'), ['held-stated-as-new block Portfolio.md:31']],
    [
      'from 0 %, five points',
      buying('MSFT 0% → 25%', '0', {}, '50000'),
      ['held-stated-as-new approve Portfolio.md:31'],
    ],
    [
      'from 0 %, a cent more',
      buying('MSFT 0% → 25%', '0', {}, '50000.01'),
      ['held-stated-as-new block Portfolio.md:31'],
    ],
    ['from 0 %, a crumb', buying('MSFT 0% → 25%', '0', {}, '1'), ['held-stated-as-new approve Portfolio.md:31']],
    [
      '0 % → 25 % without a verb',
      buying('MSFT 0% → 25%', '0', { direction: 'set' }),
      ['held-stated-as-new block Portfolio.md:31'],
    ],
    ['"initiate"', buying('Initiate MSFT at 25%'), ['held-stated-as-new approve Portfolio.md:30']],
    ['"new position"', buying('Buy 10 MSFT (new position)'), ['held-stated-as-new approve Portfolio.md:30']],
    ['"at the open"', buying('Buy 10 MSFT at the open'), []],
    ['a sale from 0 %', buying('Reduce MSFT from 0% to 0%', '0', { direction: 'reduce' }), []],
    ['of what is not held', buying('Buy LLY from 0% to 25%', '0', { ticker: ticker('LLY') }), []],
  ])('%s', (_, directive, expected) => {
    expect(said(directive)).toEqual(expected);
  });

  it('is told once: the "from" is not compared besides', () => {
    const statements = documentThat({}, { directives: [buying('Buy MSFT from 0% to 25%', '0')] });
    expect(saidBy(fromPercentages, statements)).toEqual([]);
  });

  it('says how much is held, and where', () => {
    const statements = documentThat({}, { directives: [buying('Buy MSFT from 0% to 25%', '0')] });
    expect(heldStatedAsNew(statements, limits().trust)).toMatchObject([
      { subject: 'MSFT', detail: { shares: '200,000', current: '20%', held_place: 'Portfolio.md:1:3' } },
    ]);
  });
});
