// What a person tells of fills: recorded once, doubted where it does not fit, settled by a person, never passed over.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { atDesk, codesOf, everything, EXAMPLE } from '../desk.ts';

const DOUBTS = [
  ['wrong-side', 'bought 5 KGC @ 29.85', 'BUY KGC, but order 2 is a SELL of KGC'],
  ['unknown-order', 'SOLD 21 ZZZ @ 5', "none of the plan's 9 orders is a SELL of ZZZ"],
  ['unknown-order by number', 'order 12: SOLD 21 KGC @ 29.85', 'the plan has no order 12: it has 9'],
  ['wrong-ticker', 'order 1: SOLD 21 KGC @ 29.85', 'KGC, but order 1 is about NEM'],
  ['more-than-ordered', 'SOLD 22 SCCO @ 150.10', '22 shares of SCCO, but order 3 is for 21 (filled before: 0)'],
  ['dollars-for-shares', 'BOUGHT 8682 LLY @ 1085.19', '8,682 shares of LLY look like the dollars of order 4'],
  ['price-far-off', 'SOLD 21 SCCO @ 1501', 'SCCO at $1,501.00, but order 3 has $150.10: about ten times as much'],
  ['before-plan', 'SOLD 21 SCCO @ 150.10 2026-01-07', 'SCCO filled on 2026-01-07, before the plan was made'],
] as const;

describe('a fill that does not fit', () => {
  it.each(DOUBTS)('goes into quarantine and changes nothing: %s', async (_, words, why) => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 1 NEM @ 104.35');
      const before = desk.read('Portfolio.md').replace(/<!--.*/u, '');
      const told = await desk.po('fill', words);
      expect([told.exit, told.err]).toEqual([10, '']);
      expect(told.out.replaceAll(/\s+/gu, ' ')).toContain(`in quarantine (event 3): ${words} - ${why}`);
      expect(desk.read('Portfolio.md').replace(/<!--.*/u, '')).toBe(before);
      const again = await desk.po('fill', words);
      expect([again.exit, again.out]).toEqual([0, expect.stringContaining(`already in quarantine: ${words}`)]);
      const status = await desk.po('status');
      expect(status.out).toContain('1 reported fill waits for you');
      expect((await desk.po('journal')).out).toContain('In quarantine: ');
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
    });
  });

  it('may be a duplicate of one that is recorded', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 100 NEM @ 104.35');
      const again = await desk.po('fill', 'SOLD 100 NEM @ 104.35');
      expect(again).toMatchObject({ exit: 10, err: '' });
      expect(again.out).toContain('may be the fill of order 1 that is recorded');
    });
  });

  it('of more than is held is in quarantine, whatever the plan sells', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      desk.edit('Portfolio.md', '| 320 | $52.40 | $104.35 | $33,392.00', '| 300 | $52.40 | $104.35 | $31,305.00');
      const told = await desk.po('fill', 'SOLD 310 NEM @ 104.35');
      expect([told.exit, told.out]).toEqual([
        10,
        expect.stringContaining('310 shares of NEM sold, but only 300 are held'),
      ]);
    });
  });
});

describe('po resolve', () => {
  it('books what is true after all, a purchase that was never planned with its sector', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'BOUGHT 3 KO @ 70.25');
      const unsure = await desk.po('resolve', '2', '--accept', '--reason', 'an idea of mine');
      expect([unsure.exit, codesOf(unsure)]).toEqual([2, ['sector-needed']]);
      const settled = await desk.po('resolve', '2', '--accept', '--reason', 'mine', '--sector', 'Consumer Staples');
      expect(settled).toMatchObject({ exit: 0, err: '' });
      expect(settled.out).toContain('booked after all (event 3): report 2, BOUGHT 3 KO @ 70.25');
      expect(desk.read('Portfolio.md')).toMatch(
        /\| KO \|.*\| 3 \| \$70\.25 \| \$70\.25 \| \$210\.75 \|.*Consumer Staples \|/u,
      );
      const status = await desk.po('status');
      expect(status.out).toContain('Booked by hand, for no order of the plan\n  - BOUGHT 3 KO @ 70.25');
      expect(status.out).not.toContain('quarantine');
      expect((await desk.po('journal', '--ticker', 'ko')).out).toContain('Report 2 booked after all: BUY 3 KO');
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
      const twice = await desk.po('resolve', '2', '--accept', '--reason', 'mine', '--sector', 'Consumer Staples');
      expect([twice.exit, codesOf(twice)]).toEqual([2, ['quarantine-unknown']]);
    });
  });

  it('drops a slip, for good where it has the number of the broker', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 22 SCCO @ 150.10 id A-7');
      const settled = await desk.po('resolve', '2', '--dismiss', '--reason', 'typed twice');
      expect(settled).toMatchObject({ exit: 0, err: '' });
      expect(settled.out).toContain('dismissed (event 3): report 2, SOLD 22 SCCO @ 150.10 id A-7');
      expect((await desk.po('status')).out).not.toContain('quarantine');
      expect((await desk.po('fill', 'SOLD 22 SCCO @ 150.10 id A-7')).out).toContain('already in quarantine');
      expect((await desk.po('journal')).out).toContain('Report 2 dismissed: typed twice');
    });
  });

  it('takes what is true of a fill in the plan into its order', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 320 NEM @ 10.44');
      expect((await desk.po('resolve', '2', '--accept', '--reason', 'it fell')).out).toContain(
        '1 of 9 orders complete',
      );
    });
  });

  it.each([
    [['2', '--reason', 'x'], 'resolve-unclear'],
    [['2', '--accept', '--dismiss', '--reason', 'x'], 'resolve-unclear'],
    [['2', '--accept', '--reason', ' '], 'resolve-without-reason'],
    [['1', '--accept', '--reason', 'x'], 'quarantine-unknown'],
    [['x', '--accept', '--reason', 'x'], 'quarantine-unknown'],
  ])('refuses %j', async (args, code) => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 22 SCCO @ 150.10');
      const ran = await desk.po('resolve', ...args);
      expect([ran.exit, codesOf(ran)]).toEqual([2, [code]]);
      expect((await desk.po('verify')).out).toContain('2 events in order');
    });
  });
});

describe('what is told twice', () => {
  it('under the same number of the broker is recorded once', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const words = ['--order', '1', '--shares', '100', '--price', '104.35', '--fees', '0.35', '--id', 'A-1'];
      expect((await desk.po('fill', ...words)).out).toContain('recorded SELL 100 NEM');
      const before = everything(desk.folder);
      const again = await desk.po('fill', ...words);
      expect([again.exit, again.out]).toEqual([0, expect.stringContaining('already recorded')]);
      expect(everything(desk.folder)).toEqual(before);
    });
  });

  it('under the same number with other figures is refused, and says which', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      await desk.po('fill', 'SOLD 100 NEM @ 104.35 id A-1');
      const other = await desk.po('fill', 'SOLD 101 NEM @ 104.36 id A-1');
      expect([other.exit, codesOf(other)]).toEqual([2, ['fill-id-differs']]);
      expect(other.err.replaceAll(/\s+/gu, ' ')).toContain(
        'shares 101 (recorded: 100); price $104.36 (recorded: $104.35)',
      );
      expect(other.out).toContain('not recorded: SOLD 101 NEM @ 104.36 id A-1');
    });
  });

  it('by the export of the broker is recorded once', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      desk.write(
        'export.csv',
        [
          'For Account:,####0000',
          '',
          'TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description',
          '01/09/26,Sold,EQ,NEM,-100,10434.95,104.35,0.05,NEWMONT CORP COM',
          '01/09/26,Sold,EQ,NEM,-100,10434.95,104.35,0.05,NEWMONT CORP COM',
          '01/09/26,Sold,EQ,KGC,-620,18507.00,29.85,0,KINROSS GOLD CORP',
        ].join('\r\n'),
      );
      const first = await desk.po('fill', '--csv', 'export.csv');
      expect([first.exit, first.err]).toEqual([0, '']);
      expect(first.out.match(/^recorded /gmu)).toHaveLength(3);
      const before = everything(desk.folder);
      const second = await desk.po('fill', '--csv', 'export.csv');
      expect(second).toMatchObject({ exit: 0, err: '' });
      expect(second.out.match(/^already recorded/gmu)).toHaveLength(3);
      expect(everything(desk.folder)).toEqual(before);
    });
  });
});

describe('po fill', () => {
  it('understands words without quotes as one fill', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const told = await desk.po('fill', desk.plan, ...'SOLD 100 NEM @ 104.35 fees 0.35 id A-1'.split(' '));
      expect([told.exit, told.out]).toEqual([0, expect.stringContaining('recorded SELL 100 NEM at $104.35')]);
    });
  });

  it.each([
    [['SOLD 100 NEM @ 104.35; SOLD 5 NEM @ 104.35', '--id', 'A-1']],
    [['SOLD 100 NEM @ 104.35', '--csv', 'export.csv']],
    [['SOLD 100 NEM @ 104.35', '--order', '1', '--shares', '100', '--price', '104.35']],
    [['--order', '1', '--shares', '100']],
    [['--shares', '100', '--price', '104.35']],
    [['--csv', 'export.csv', '--fees', '3']],
  ])('passes nothing over that a person says: %j', async (args) => {
    await atDesk(EXAMPLE, async (desk) => {
      const before = everything(desk.folder);
      const told = await desk.po('fill', ...args);
      expect([told.exit, codesOf(told)]).toEqual([2, ['fill-options-unclear']]);
      expect(everything(desk.folder)).toEqual(before);
    });
  });

  it('records nothing where one line of several is not understood', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const before = everything(desk.folder);
      const told = await desk.pipe('SOLD 100 NEM @ 104.35\nsome KGC too\n', 'fill', '-');
      expect([told.exit, codesOf(told)]).toEqual([2, ['fill-not-understood']]);
      expect(everything(desk.folder)).toEqual(before);
    });
  });

  it('--dry-run writes nothing at all, and says what would be', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      const words = 'SOLD 320 NEM @ 104.35; SOLD 5 ZZZ @ 3; SOLD 700 KGC @ 29.85';
      const fresh = everything(desk.folder);
      const first = await desk.po('fill', words, '--dry-run');
      expect(first).toMatchObject({ exit: 10, err: '' });
      expect(first.out).toContain('Only tried: nothing is recorded.');
      expect(first.out).toContain('would be recorded SELL 320 NEM');
      expect(first.out.match(/^would go into quarantine/gmu)).toHaveLength(2);
      expect(first.out).toMatch(/plan \w+: 1 of 9 orders complete/u);
      expect(everything(desk.folder)).toEqual(fresh);

      await desk.po('fill', 'SOLD 100 NEM @ 104.35');
      const started = everything(desk.folder);
      const second = await desk.po('fill', 'SOLD 220 NEM @ 104.35', '--dry-run');
      expect([second.exit, second.out]).toEqual([0, expect.stringMatching(/plan \w+: 1 of 9 orders complete/u)]);
      expect(everything(desk.folder)).toEqual(started);
    });
  });

  it('tells that no approval of the plan was in force', async () => {
    await atDesk('fixtures/scenarios/sector-to-45-percent', async (desk) => {
      const [first] = (
        JSON.parse(desk.read(path.join('plans', desk.plan, 'trade_list.json'))) as {
          readonly trades: readonly { readonly seq: number; readonly shares: number; readonly price: number }[];
        }
      ).trades;
      const told = await desk.po('fill', `order 1: ${first?.shares} @ ${first?.price}`);
      expect(told.exit).toBe(0);
      expect(told.out.replaceAll(/\s+/gu, ' ')).toContain(
        `Plan ${desk.plan} is CONDITIONAL and no approval of it was in force: its orders were not to be typed.`,
      );
      expect((await desk.po('status')).out).toContain('no approval of it was in force');
    });
  });
});
