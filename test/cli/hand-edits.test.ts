// Portfolio.md between two commands: edited by hand, behind its record, without its last line; and a record that was changed.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { atDesk, codesOf, everything, EXAMPLE, type Desk } from '../desk.ts';

const SECOND = 'order 2: 620 @ 29.85';

/** Two fills are on record, as events 2 and 3; hands over the document after the first of them. */
const withRecord = <T>(use: (desk: Desk, older: string) => Promise<T>): Promise<T> =>
  atDesk(EXAMPLE, async (desk) => {
    await desk.po('fill', 'SOLD 100 NEM @ 104.35');
    const older = desk.read('Portfolio.md');
    await desk.po('fill', 'SOLD 220 NEM @ 104.35');
    return use(desk, older);
  });

/** Every command that reads the record. */
const READERS = (plan: string): readonly (readonly string[])[] => [
  ['fill', SECOND],
  ['fill', SECOND, '--dry-run'],
  ['status'],
  ['replan'],
  ['journal'],
  ['verify'],
  ['resolve', '2', '--dismiss', '--reason', 'x'],
  ['rebalance', 'Portfolio.md'],
  ['fill', plan, SECOND],
];

describe('an edit by hand', () => {
  it.each([
    ['fill', SECOND],
    ['status', ''],
  ])('is shown, recorded and kept by po %s', async (command, words) => {
    await withRecord(async (desk) => {
      desk.edit('Portfolio.md', '$402.15', '$402.20');
      const ran = await desk.po(command, ...(words === '' ? [] : [words]));
      expect(ran).toMatchObject({ exit: 0, err: '' });
      expect(ran.out).toContain('The portfolio was edited by hand. Event 4 records it; the edit stays:');
      expect(ran.out).toContain('- | MSFT | Microsoft Corporation | 20 | $402.15');
      expect(ran.out).toContain('+ | MSFT | Microsoft Corporation | 20 | $402.20');
      expect(desk.read('Portfolio.md')).toContain('$402.20');
      expect((await desk.po('journal')).out).toContain('The portfolio was edited by hand (1 place).');
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
    });
  });

  it('is announced by po verify, which writes nothing', async () => {
    await withRecord(async (desk) => {
      desk.edit('Portfolio.md', '$402.15', '$402.20');
      const before = everything(desk.folder);
      const ran = await desk.po('verify');
      expect([ran.exit, codesOf(ran)]).toEqual([3, ['document-edited']]);
      expect(everything(desk.folder)).toEqual(before);
    });
  });

  it('of an older text keeps the fills that were recorded since', async () => {
    await withRecord(async (desk, older) => {
      desk.write('Portfolio.md', older.replace('$402.15', '$402.20'));
      expect(await desk.po('status')).toMatchObject({ exit: 0, err: '' });
      expect(desk.read('Portfolio.md')).toContain('$402.20');
      expect(desk.read('Portfolio.md')).not.toContain('Newmont');
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
    });
  });

  it('that takes an earlier one back over later fills is not guessed about', async () => {
    await withRecord(async (desk, older) => {
      desk.edit('Portfolio.md', '$402.15', '$402.20');
      await desk.po('fill', SECOND);
      desk.write('Portfolio.md', older.replace('Nothing else changes.', 'Nothing else.'));
      const ran = await desk.po('status');
      expect([ran.exit, codesOf(ran)]).toEqual([3, ['edit-overwritten']]);
    });
  });
});

describe('a document that is behind its record, as a crash leaves it', () => {
  it.each([
    ['status', ''],
    ['fill', SECOND],
  ])('is written forward by po %s, without a word', async (command, words) => {
    await withRecord(async (desk, older) => {
      const newer = desk.read('Portfolio.md');
      desk.write('Portfolio.md', older);
      const verified = await desk.po('verify');
      expect([verified.exit, codesOf(verified)]).toEqual([3, ['document-behind']]);
      const ran = await desk.po(command, ...(words === '' ? [] : [words]));
      expect(ran).toMatchObject({ exit: 0, err: '' });
      expect(ran.out).not.toContain('edited by hand');
      if (words === '') expect(desk.read('Portfolio.md')).toBe(newer);
      expect(desk.read('Portfolio.md')).not.toContain('Newmont');
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
    });
  });

  it('is taken for what it should be by --dry-run, which leaves it as it is', async () => {
    await withRecord(async (desk, older) => {
      desk.write('Portfolio.md', older);
      const ran = await desk.po('fill', SECOND, '--dry-run');
      expect([ran.exit, ran.out]).toEqual([0, expect.stringContaining('Cash $58,189.15 (23.13%)')]);
      expect(desk.read('Portfolio.md')).toBe(older);
    });
  });
});

describe('a document without its last line', () => {
  const withoutLast = (text: string): string => text.replace(/<!-- po:journal.*\n/u, '');

  it('that says what the record says gets it back', async () => {
    await withRecord(async (desk) => {
      const whole = desk.read('Portfolio.md');
      desk.write('Portfolio.md', withoutLast(whole));
      expect(codesOf(await desk.po('verify'))).toEqual(['anchor-missing']);
      expect(await desk.po('status')).toMatchObject({ exit: 0, err: '' });
      expect(desk.read('Portfolio.md')).toBe(whole);
    });
  });

  it('that says something else needs the word of a person', async () => {
    await withRecord(async (desk, older) => {
      const unsure = withoutLast(older);
      desk.write('Portfolio.md', unsure);
      for (const args of [['status'], ['fill', SECOND], ['replan'], ['verify']]) {
        const ran = await desk.po(...args);
        expect([args[0], ran.exit, codesOf(ran)]).toEqual([args[0], 3, ['anchor-missing']]);
      }
      expect(desk.read('Portfolio.md')).toBe(unsure);
      const sure = await desk.po('status', '--as-it-stands');
      expect([sure.exit, sure.out]).toEqual([0, expect.stringContaining('The portfolio was edited by hand')]);
      expect(await desk.po('verify')).toMatchObject({ exit: 0, err: '' });
    });
  });
});

describe('a record that somebody changed', () => {
  const journal = (desk: Desk): string => path.join(desk.folder, 'plans', 'journal');
  const files = ['00000001.json', '00000002.json', '00000003.json'];

  const refuse = async (desk: Desk, name: string): Promise<void> => {
    const before = everything(desk.folder);
    for (const args of READERS(desk.plan)) {
      const { exit, err } = await desk.po(...args);
      expect([args, exit, err]).toEqual([args, 3, expect.stringContaining(`plans/journal/${name}`)]);
      expect(err).not.toContain('internal-error');
    }
    expect(everything(desk.folder)).toEqual(before);
  };

  it.each(files)('in %s is refused by every command, by its name', async (name) => {
    await withRecord(async (desk) => {
      const file = path.join(journal(desk), name);
      writeFileSync(file, readFileSync(file, 'utf8').replace('16:00:00', '16:00:01'));
      await refuse(desk, name);
    });
  });

  it.each(files)('of which %s is gone is refused by every command, by its name', async (name) => {
    await withRecord(async (desk) => {
      rmSync(path.join(journal(desk), name));
      await refuse(desk, name);
    });
  });

  it.each(files)('in which %s is no event any more is refused by every command, by its name', async (name) => {
    await withRecord(async (desk) => {
      writeFileSync(path.join(journal(desk), name), '{}\n');
      await refuse(desk, name);
    });
  });

  it('in which a file was added is refused', async () => {
    await withRecord(async (desk) => {
      writeFileSync(path.join(journal(desk), '00000003 (copy).json'), 'x');
      await refuse(desk, '00000003 (copy).json');
    });
  });

  it('in which a stopped command left something is in order', async () => {
    await withRecord(async (desk) => {
      writeFileSync(path.join(journal(desk), '.writing-1'), 'x');
      const ran = await desk.po('verify');
      expect([ran.exit, codesOf(ran)]).toEqual([0, ['record-leftover']]);
      expect(await desk.po('status')).toMatchObject({ exit: 0, err: '' });
    });
  });

  it('after a plan was made from it is found by the plan', async () => {
    await withRecord(async (desk) => {
      const { exit, err } = await desk.po('replan', '--quiet');
      expect([exit, err]).toEqual([0, '']);
      const [later = ''] = readdirSync(path.join(desk.folder, 'plans')).filter(
        (name) => name !== 'journal' && name !== desk.plan,
      );
      const inputs = path.join('plans', later, 'inputs.json');
      const digest = /"seq": 3,\s*"digest": "([0-9a-f]{64})"/u.exec(desk.read(inputs))?.[1] ?? '';
      desk.edit(inputs, digest, 'ab'.repeat(32));
      const ran = await desk.po('verify');
      expect([ran.exit, codesOf(ran)]).toEqual([3, ['report-head-differs']]);
    });
  });
});

describe('po journal', () => {
  it('shows what is asked for, in words and for programs', async () => {
    await withRecord(async (desk) => {
      await desk.po('fill', SECOND, '--now', '2026-01-09T10:00:00-05:00');
      const rows = async (...args: readonly string[]): Promise<readonly string[]> =>
        (await desk.po('journal', ...args)).out
          .split('\n')
          .flatMap((line) => /^ *(\d+) {2}\d{4}-/u.exec(line)?.[1] ?? []);
      expect(await rows()).toEqual(['1', '2', '3', '4']);
      expect(await rows('--ticker', 'nem')).toEqual(['2', '3']);
      expect(await rows('--since', '2026-01-09')).toEqual(['4']);
      expect(await rows('--since', '2026-01-09T15:00:01Z')).toEqual([]);
      expect(await rows('--since', '2026-01-09T15:00:00Z')).toEqual(['4']);
      expect((await desk.po('journal', '--ticker', 'XYZ')).out).toContain('Nothing of that is on record.');
      const events = JSON.parse((await desk.po('journal', '--json', '--ticker', 'KGC')).out) as readonly object[];
      expect(events).toMatchObject([{ seq: 4, kind: 'filled', fill: { ticker: 'KGC', shares: '620' } }]);
      expect(await desk.po('journal', '--since', 'tomorrow')).toMatchObject({ exit: 2, out: '' });
    });
  });

  it('says so where nothing is on record', async () => {
    await atDesk(EXAMPLE, async (desk) => {
      expect(await desk.po('journal')).toMatchObject({ exit: 0, out: 'Nothing is on record yet.\n' });
      expect(await desk.po('journal', '--json')).toMatchObject({ exit: 0, out: '[]\n' });
      expect(await desk.po('verify')).toMatchObject({ exit: 0, out: 'Nothing is on record yet.\n' });
      expect(await desk.po('status')).toMatchObject({ exit: 0, err: '' });
    });
  });
});
