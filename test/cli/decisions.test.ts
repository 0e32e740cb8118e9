// po approve and po reject: who may, of what, how long, and what voids it.
import path from 'node:path';
import { mkdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atDesk, codesOf, CONDITIONAL, everything, EXAMPLE, plansIn, type Desk } from '../desk.ts';

const BY = ['--by', 'Master-Architect'];
const WHY = ['--reason', 'until the index is rebuilt'];
const approve = (desk: Desk, ...more: readonly string[]) => desk.po('approve', desk.plan, ...BY, ...WHY, ...more);

const headline = ({ out }: { readonly out: string }): string => out.split('\n')[0] ?? '';

describe('an approval', () => {
  it('makes the plan SAFE-BY-EXCEPTION until it ends, and leaves its verdict and its exit code', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      const approved = await approve(desk);
      expect(approved).toMatchObject({ exit: 0, err: '' });
      expect(approved.out).toContain('Approved by Master-Architect until 2026-01-08T16:30:00-05:00 (event 2)');
      const again = await desk.po('rebalance', 'Portfolio.md');
      expect(again.exit).toBe(10);
      expect(headline(again)).toMatch(/^CONDITIONAL, SAFE-BY-EXCEPTION: /u);
      expect(plansIn(desk.folder)).toEqual([desk.plan]);
      expect(await desk.po('rebalance', 'Portfolio.md', '--accept-exceptions')).toMatchObject({ exit: 0 });
      const status = await desk.po('status', '--now', '2026-01-08T16:29:00-05:00');
      expect(status.out).toContain('SAFE-BY-EXCEPTION: everything that needs approval is excepted.');
      expect(status.out).toContain('Left to type');
    });
  });

  it('is none any more once it has ended', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      await approve(desk, '--until', '2026-01-08T16:10:00-05:00');
      const status = await desk.po('status', '--now', '2026-01-08T16:11:00-05:00');
      expect(status.out).toContain('Waiting for approval by Master-Architect: 19 minutes left for the answer.');
      expect(status.out).toContain('Left of the plan; type nothing of it before it is approved');
      expect(status.out).toMatch(/2026-01-08T16:10:00-05:00/u);
      const told = await desk.po('fill', 'order 1: 1 @ 100', '--now', '2026-01-08T16:11:00-05:00');
      expect(told.exit).not.toBe(1);
      expect((await desk.po('status', '--now', '2026-01-08T16:31:00-05:00')).out).toContain('overdue');
    });
  });

  it('holds for what was filled while it ran, whenever that is told', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      await approve(desk);
      const later = (words: string) => desk.po('fill', words, '--now', '2026-01-08T17:00:00-05:00');
      const alarm = 'no approval of it was in force';
      const inTime = await later('order 1: 1 @ 122.91 at 2026-01-08T16:10:00-05:00');
      expect([inTime.exit, inTime.out]).toEqual([0, expect.not.stringContaining(alarm)]);
      const thatDay = await later('order 1: 2 @ 122.91 on 2026-01-08');
      expect([thatDay.exit, thatDay.out]).toEqual([0, expect.not.stringContaining(alarm)]);
      const tooLate = await later('order 1: 3 @ 122.91 at 2026-01-08T16:31:00-05:00');
      expect([tooLate.exit, tooLate.out.replaceAll(/\s+/gu, ' ')]).toEqual([0, expect.stringContaining(alarm)]);
    });
  });

  it('may be given again, and longer', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      await approve(desk);
      expect(await approve(desk, '--until', '2026-01-09T16:00:00-05:00')).toMatchObject({ exit: 0, err: '' });
      const status = await desk.po('status', '--now', '2026-01-09T15:00:00-05:00');
      expect(status.out).toContain('SAFE-BY-EXCEPTION');
    });
  });

  it('may be given again for the rest of a plan that is filled in part, but not after an edit by hand', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      await approve(desk);
      await desk.po('fill', 'order 1: 1 @ 122.91');
      const later = ['--now', '2026-01-08T17:00:00-05:00'];
      expect(await approve(desk, ...later)).toMatchObject({ exit: 0, err: '' });
      expect((await desk.po('status', ...later)).out).toContain('SAFE-BY-EXCEPTION');
      desk.write('Portfolio.md', desk.read('Portfolio.md').replace('# ', '# My '));
      const edited = await approve(desk, ...later);
      expect([edited.exit, codesOf(edited)]).toEqual([3, ['void-input-changed']]);
      await desk.po('status', ...later); // records the edit
      expect(codesOf(await approve(desk, ...later))).toEqual(['void-input-changed']);
    });
  });

  it('of one breach names it, and what is still open', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      const escalation = JSON.parse(desk.read(path.join('plans', desk.plan, 'plan.json'))) as {
        readonly reasons: readonly { readonly code: string; readonly severity: string; readonly subject: string }[];
      };
      const needed = escalation.reasons.filter(({ severity }) => severity === 'approve');
      const [first] = needed;
      const approved = await approve(desk, '--finding', `${first?.code} ${first?.subject}`);
      expect(approved).toMatchObject({ exit: 0, err: '' });
      expect(approved.out).toContain(needed.length === 1 ? 'SAFE-BY-EXCEPTION' : 'Not approved yet');
      const unknown = await approve(desk, '--finding', 'position_limit XYZ');
      expect([unknown.exit, codesOf(unknown)]).toEqual([2, ['breach-unknown']]);
    });
  });
});

describe('a rejection', () => {
  it('is final', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      await approve(desk);
      const rejected = await desk.po('reject', desk.plan, ...BY, '--reason', 'too much');
      expect(rejected).toMatchObject({ exit: 0, err: '' });
      expect(rejected.out).toContain('Rejected by Master-Architect (event 3)');
      const again = await approve(desk);
      expect([again.exit, codesOf(again)]).toEqual([2, ['rejected-already']]);
      expect(again.err.replaceAll(/\s+/gu, ' ')).toContain(
        'was rejected by Master-Architect on 2026-01-08T16:00:00-05:00: too much',
      );
      const status = await desk.po('status');
      expect(status.out).not.toContain('SAFE-BY-EXCEPTION');
      expect(status.out).toContain('Left of the plan; type nothing of it\n');
      const next = await desk.po('rebalance', 'Portfolio.md', '--accept-exceptions');
      expect(next.exit).toBe(10);
    });
  });
});

describe('a decision is refused, and nothing recorded,', () => {
  const refused = async (account: string, prepare: (desk: Desk) => void, args: readonly string[], code: string) => {
    await atDesk(account, async (desk) => {
      prepare(desk);
      const before = everything(desk.folder);
      for (const command of ['approve', 'reject']) {
        const ran = await desk.po(command, desk.plan, ...args);
        expect([ran.exit, codesOf(ran)]).toEqual([code.startsWith('void-') ? 3 : 2, [code]]);
        expect(ran.out).toBe('');
      }
      expect(everything(desk.folder)).toEqual(before);
    });
  };
  const nothing = (): void => undefined;

  it.each([
    ['by a name that is not listed', ['--by', 'Somebody', ...WHY], 'approver-not-listed'],
    ['by who prepared the plan', ['--by', 'Trader', ...WHY], 'approver-is-preparer'],
    ['without a reason', [...BY, '--reason', ' '], 'decision-without-reason'],
  ])('%s', async (_, args, code) => {
    await refused(CONDITIONAL, nothing, args, code);
  });

  it('of a SAFE plan', async () => {
    await refused(EXAMPLE, nothing, [...BY, ...WHY], 'approval-not-needed');
  });

  it('of a BLOCKED plan', async () => {
    await refused('fixtures/scenarios/targets-sum-to-103', nothing, [...BY, ...WHY], 'approval-impossible');
  });

  const edits: readonly (readonly [string, (desk: Desk) => void, string])[] = [
    ['the portfolio was edited', (desk) => { desk.edit('Portfolio.md', 'Summary', 'summary'); }, 'void-input-changed'],
    ['the market was edited', (desk) => { desk.edit('market.json', '{', '{ '); }, 'void-input-changed'],
    ['the market is gone', (desk) => { rmSync(path.join(desk.folder, 'market.json')); }, 'void-input-changed'],
    ['limits were set', (desk) => { mkdirSync(path.join(desk.folder, 'config')); desk.write('config/constraints.json', '{}'); }, 'void-config-changed'],
  ]; // prettier-ignore

  it.each(edits)('after %s', async (_, edit, code) => {
    await refused(CONDITIONAL, edit, [...BY, ...WHY], code);
  });

  it('where it would end before it begins', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      const early = await approve(desk, '--until', '2026-01-08T15:59:00-05:00');
      expect([early.exit, codesOf(early)]).toEqual([2, ['until-not-after-now']]);
      const unclear = await approve(desk, '--until', 'tomorrow');
      expect([unclear.exit, codesOf(unclear)]).toEqual([2, ['until-unreadable']]);
    });
  });

  it('of a plan that is not there', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      const ran = await desk.po('approve', '0123456789ab', ...BY, ...WHY);
      expect([ran.exit, codesOf(ran)]).toEqual([2, ['plan-not-found']]);
    });
  });
});

describe('an approval of another plan', () => {
  it('does not hold for the plan that follows an edit', async () => {
    await atDesk(CONDITIONAL, async (desk) => {
      await approve(desk);
      desk.edit('Portfolio.md', 'Summary', 'summary');
      const again = await desk.po('rebalance', 'Portfolio.md', '--accept-exceptions');
      expect(again.exit).toBe(10);
      expect(headline(again)).not.toContain('SAFE-BY-EXCEPTION');
      expect(again.out).toContain(desk.plan);
    });
  });
});
