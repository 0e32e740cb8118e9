// One fault at every call of a command, of every kind, and then the next command: complete where the simulator samples.
import { beforeAll, describe, expect, test } from 'vitest';
import { isLeftover, JOURNAL, seqOf } from '../../src/journal/names.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { diceOf } from './dice.ts';
import { DOCUMENT_FILE, fakeDisk, HOME, type FakeDisk } from './fake-disk.ts';
import { DOCUMENT } from './fills.ts';
import { documentOn, lostOn, wrongOn } from './invariants.ts';
import { processOn, type Fate } from './process.ts';
import { AT } from './quiet-disk.ts';
import { goOn, startRunning, type Running } from './running.ts';

interface Ground {
  readonly disk: FakeDisk;
  readonly acknowledged: Set<string>;
}

/** Neither short writes nor anything else by chance. */
const STEADY = diceOf(1);

let processes = 0;

const begin = ({ disk, acknowledged }: Ground, id: string): Promise<Running> => {
  const process = processOn(disk, STEADY, 0);
  processes += 1;
  const acknowledge = (): void => void acknowledged.add(id);
  return startRunning(
    process,
    { id, asItStands: false, acknowledge },
    { number: processes, at: AT, disk: process.disk },
  );
};

const finish = async (running: Running): Promise<Running> => {
  while (running.outcome === undefined) await goOn(running);
  return running;
};

/** A record of one fill, and a note that was written by hand since; or nothing but a document. */
const groundOf = async (isFresh: boolean): Promise<Ground> => {
  const ground: Ground = { disk: fakeDisk(), acknowledged: new Set() };
  ground.disk.save(DOCUMENT_FILE, bytesOf(DOCUMENT));
  if (isFresh) return ground;
  await finish(await begin(ground, 'E1'));
  ground.disk.save(DOCUMENT_FILE, bytesOf(documentOn(ground.disk).replace('\n\n', '\n\nnote 1\n')));
  return ground;
};

type Failure = Extract<Fate, { readonly kind: 'fails' }>;

const FAILURES = ['ENOSPC', 'EIO'].flatMap((code) =>
  [false, true].map((afterwards): Failure => ({ kind: 'fails', code, afterwards })),
);

const namesOn = (disk: FakeDisk): readonly string[] => [...disk.list(HOME), ...disk.list(`${HOME}/${JOURNAL}`)];
const eventsOn = (disk: FakeDisk): number => namesOn(disk).filter((name) => seqOf(name) !== undefined).length;
const leftoversOn = (disk: FakeDisk): readonly string[] => namesOn(disk).filter(isLeftover);

const NAMES = { 'the first fill': true, 'a fill after an edit by hand': false } as const;

describe.each(Object.entries(NAMES))('%s', (_, isFresh) => {
  const notes = { wanted: new Set(isFresh ? [] : ['note 1']), unwanted: new Set<string>() };
  let calls = 0;

  /** The command stopped right before its call number `at`. */
  const before = async (at: number): Promise<Ground & { readonly running: Running }> => {
    const ground = await groundOf(isFresh);
    const running = await begin(ground, 'E2');
    for (let done = 0; done < at; done += 1) await goOn(running);
    return { ...ground, running };
  };

  /** Nothing that was acknowledged is gone, and the next command puts everything in order. */
  const expectRecovery = async (ground: Ground): Promise<void> => {
    expect(lostOn(ground.disk, ground.acknowledged)).toEqual([]);
    const next = await finish(await begin(ground, 'E2'));
    expect(next.outcome).toEqual({ kind: 'done' });
    expect(wrongOn(ground.disk, ground.acknowledged, notes)).toEqual([]);
    expect(ground.acknowledged).toEqual(new Set(isFresh ? ['E2'] : ['E1', 'E2']));
  };

  beforeAll(async () => {
    const { running } = await before(0);
    for (calls = 0; running.outcome === undefined; calls += 1) await goOn(running);
    expect(calls).toBeGreaterThan(30);
  });

  test('is stopped before any call', async () => {
    for (let at = 0; at < calls; at += 1) await expectRecovery(await before(at));
  });

  test('loses power before any call', async () => {
    for (let at = 0; at < calls; at += 1) {
      for (let seed = 0; seed < 24; seed += 1) {
        const ground = await before(at);
        ground.disk.cutPower(diceOf(seed));
        await expectRecovery(ground);
      }
    }
  });

  /** Lets the waiting call fail; what must be as it was, is. */
  const expectFailure = async (
    { running, disk }: Ground & { readonly running: Running },
    fate: Failure,
  ): Promise<void> => {
    const before = { events: eventsOn(disk), document: documentOn(disk) };
    const { name, target } = running.process.waiting() ?? {};
    await goOn(running, fate);
    await finish(running);
    const happened = fate.afterwards ? name : undefined;
    const after = { events: eventsOn(disk), document: documentOn(disk), leftovers: leftoversOn(disk).length };
    // Only what a failed disk did all the same is there: the event's name, the document's, or an empty file.
    expect({ outcome: running.outcome?.kind, ...after }, `${name} ${target}`).toEqual({
      outcome: 'failed',
      events: before.events + Number(happened === 'link'),
      document: happened === 'rename' ? after.document : before.document,
      leftovers: Number(happened === 'create'),
    });
  };

  test.each(FAILURES)('meets a disk that fails at any call ($code, afterwards: $afterwards)', async (fate) => {
    for (let at = 0; at < calls; at += 1) {
      const ground = await before(at);
      if (ground.running.process.waiting()?.name !== 'remove') await expectFailure(ground, fate);
      else {
        await goOn(ground.running, fate);
        expect((await finish(ground.running)).outcome).toEqual({ kind: 'done' });
      }
      await expectRecovery(ground);
    }
  });
});
