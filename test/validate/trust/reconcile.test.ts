import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sectorOf } from '../../../src/model/sector.ts';
import { reconcile } from '../../../src/validate/reconcile.ts';
import { pct, price, stated, usd } from '../../account.ts';
import { documentThat, row, saidBy, towards } from './claims.ts';

const CLEAN = documentThat(
  {
    rows: [
      row({
        statedValue: stated(usd('200000')),
        statedWeight: stated(pct('20')),
        statedGainPct: stated(pct('25')),
        costPerShare: stated(price('800')),
      }),
    ],
    total: [stated(usd('1000000'))],
    invested: [stated(usd('900000'))],
    cashPct: [stated(pct('10'))],
    cash: [stated(usd('100000')), stated(usd('100000'))],
    sectorWeights: [{ sector: sectorOf('Technology'), pct: stated(pct('20')) }],
  },
  { directives: [towards('14', '-60000', { from: stated(pct('20')), dollars: stated(usd('-60000')) })] },
);

it('has nothing to say where every figure is right', () => {
  expect(saidBy(reconcile, CLEAN)).toEqual([]);
});

it('makes every reconciliation there is, in the order of a reader', () => {
  const wrong = documentThat(
    {
      rows: [
        row({
          statedValue: stated(usd('1')),
          statedWeight: stated(pct('21')),
          statedGainPct: stated(pct('1')),
          costPerShare: stated(price('800')),
        }),
      ],
      total: [stated(usd('1'))],
      invested: [stated(usd('1'))],
      cash: [stated(usd('100000')), stated(usd('1'))],
    },
    { directives: [towards('14', '-60000', { from: stated(pct('40')), dollars: stated(usd('-1')) })] },
  );
  expect(saidBy(reconcile, wrong).map((line) => line.split(' ')[0])).toEqual([
    'row-value-differs',
    'total-differs',
    'invested-differs',
    'weight-differs',
    'gain-differs',
    'cash-stated-twice',
    'from-differs',
    'dollars-differ',
  ]);
});

it('has a test for every check', () => {
  const stems = (folder: string, end: string) =>
    readdirSync(path.join(import.meta.dirname, folder))
      .filter((file) => file.endsWith(end))
      .map((file) => file.slice(0, -end.length));
  const tested = stems('.', '.test.ts').filter((name) => name !== 'reconcile');
  expect(tested.sort()).toEqual(stems('../../../src/validate/trust', '.ts').sort());
});
