import { describe, expect, it } from 'vitest';
import { atDesk, EXAMPLE } from '../desk.ts';

/** What `po explain` says of a subject of the first plan of an account, its lines joined. */
const told = (account: string, subject: string): Promise<{ readonly exit: number; readonly said: string }> =>
  atDesk(account, async ({ po, plan }) => {
    const { exit, out } = await po('explain', plan, subject);
    return { exit, said: out.replaceAll(/\s+/gu, ' ') };
  });

describe('po explain PLAN SUBJECT', () => {
  it.each([
    ['MSFT', 'BUY 15 MSFT', 'Without the instruction for Technology (line 53): MSFT no order instead of BUY 15'],
    ['msft', 'pick 3 of the sector', 'the position limit of 15%'],
    ['FCX', 'NEM, KGC, SCCO came first', 'FCX SELL 390 instead of no order'],
    ['XOM', 'No instruction concerns XOM or its sector, Energy'],
    ['INTC', 'conviction 52, at least 65 is needed'],
    ['Materials', 'SELL 21 SCCO', 'Without the instruction for Materials (line 52): KGC no order instead of SELL 620'],
    ['Information Technology', 'BUY 44 NVDA'],
    ['52', 'SELL Materials: 46.83% now, 25% wanted', 'SELL 320 NEM'],
    ['Portfolio.md:53', 'BUY Technology', 'BUY 24 AVGO'],
    ['line 50', 'no instruction (the heading of a table). Nothing is ordered for it.'],
    ['cash', 'cash floor Cash: 2.50% now, 5% wanted', 'Cash would be 5.19%'],
    ['position_limit', 'The position JPM is 10.88%', 'What makes no difference'],
    ['Sector cap', 'This limit only judges: no order was made larger or smaller for it.'],
  ])('%s', async (subject, ...words) => {
    const { exit, said } = await told(EXAMPLE, subject);
    expect(exit).toBe(0);
    for (const word of words) expect(said).toContain(word);
  });

  it('names what decides only together', async () => {
    const { said } = await told(EXAMPLE, 'MSFT');
    const together = said.slice(said.indexOf('only together'), said.indexOf('What makes no difference'));
    expect(together).toContain(
      'the limit of 3 picks a sector - the least conviction of 65% MSFT BUY 13 instead of BUY 15',
    );
    expect(together).not.toContain('position limit');
  });

  it('of a blocked plan says what blocks it, and compares nothing', async () => {
    const { exit, said } = await told('fixtures/scenarios/targets-sum-to-103', 'Materials');
    expect(exit).toBe(0);
    expect(said).toContain('Nothing is ordered while the plan is blocked');
    expect(said).toContain('103');
    expect(said).not.toContain('What makes no difference');
  });

  it('of a restricted pick says that it is restricted, and what it would be otherwise', async () => {
    const { said } = await told('fixtures/scenarios/only-restricted-pick', 'Real Estate');
    expect(said).toContain('What could not be carried out');
    expect(said).toContain('Without the restriction of PLD: PLD BUY');
  });

  it('needs a plan that nobody changed', async () => {
    await atDesk(EXAMPLE, async ({ po, plan, edit }) => {
      edit(`plans/${plan}/plan.json`, '"SAFE"', '"SURE"');
      expect((await po('explain', plan, 'MSFT')).exit).toBe(3);
    });
  });
});
