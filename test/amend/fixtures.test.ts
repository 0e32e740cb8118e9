// Every document of the fixtures, the broken ones too: a fill is written in, or refused by name; `po check` finds nothing new.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { amend } from '../../src/amend/amend.ts';
import type { Executed } from '../../src/amend/executed.ts';
import { ONE_SHARE, type Cents } from '../../src/model/units.ts';
import { price, shares, ticker } from '../account.ts';
import { FILE, reading, said } from './random-fills.ts';

const root = path.join(import.meta.dirname, '../../fixtures');

const documents = ['scenarios', 'mistakes', 'stocks']
  .flatMap((kind) => readdirSync(path.join(root, kind)).map((folder) => `${kind}/${folder}/Portfolio.md`))
  // Its sale would bring more cash than a document may state.
  .filter((file) => !file.includes('account-too-large'))
  // Its values are in another currency than its prices: every figure that is worked out anew differs from those beside it.
  .filter((file) => !file.includes('currency-implied'))
  .filter((file) => existsSync(path.join(root, file)))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
  .filter(({ text }) => reading(text).value !== undefined);

const NONE = 0n as Cents;

const fillsFor = (text: string): readonly Executed[] => {
  const [first] = reading(text).value?.portfolio.holdings ?? [];
  const fresh = { ticker: ticker('ZZZ'), sector: 'Utilities', name: 'Zed', shares: shares('3'), price: price('10.01') };
  const bought: Executed = { side: 'BUY', fees: NONE, ...fresh };
  if (!first) return [bought];
  const part: Executed = { side: 'SELL', ticker: first.ticker, shares: ONE_SHARE, price: first.price, fees: NONE };
  return [bought, part, { ...part, side: 'BUY' }, { ...part, shares: first.shares }];
};

/** Why a document of the fixtures takes no fill: it contradicts itself about what the fill would change. */
const REFUSALS: ReadonlySet<string> = new Set(['cash-stated-twice', 'cost-unclear', 'row-value-differs']);

it('has documents to try', () => {
  expect(documents.length).toBeGreaterThan(100);
});

it.each(documents)('$file', ({ text }) => {
  for (const fill of fillsFor(text)) {
    const { value, issues } = amend(text, FILE, [fill]);
    if (value === undefined) expect(issues.filter(({ code }) => !REFUSALS.has(code))).toEqual([]);
    else
      expect(said(value).filter((each) => !said(text).includes(each) && !each.includes('duplicate-ticker'))).toEqual(
        [],
      );
  }
});
