import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { runOf } from './plan-run.ts';
import { PROPERTIES } from './every-property.ts';
test('one', () => {
  const world = JSON.parse(readFileSync('/tmp/world.json', 'utf8'));
  const run = runOf(world);
  const { result: r } = run;
  const f = (x: { num: bigint; den: bigint }) => ((Number(x.num) / Number(x.den)) * 100).toFixed(5);
  console.log(
    'cash',
    world.cash,
    'holdings',
    world.holdings
      .map((h: any) => `${h.ticker} ${h.sector} ${h.shares / 1e6} @ ${h.price / 1e4} = ${(h.shares * h.price) / 1e10}`)
      .join('\n'),
    '\npicks',
    JSON.stringify(world.picks),
    '\n',
    JSON.stringify(world.settings),
  );
  console.log(
    r.verdict,
    r.directives
      .map(
        (d) => `${d.directive.id} ${d.directive.direction} ${d.action} ${f(d.current)} -> ${f(d.target)} ${d.change}`,
      )
      .join('\n'),
  );
  console.log(
    r.plan.trades
      .map(
        (t, i) =>
          `${t.side} ${t.ticker} ${Number(t.shares) / 1e6} @ ${Number(t.price) / 1e4} = ${t.value} ${t.directive} cash ${r.rehearsal.steps[i]?.cash}  range ${r.priceRanges[i]?.lowest} ${r.priceRanges[i]?.highest}`,
      )
      .join('\n'),
  );
  console.log(
    'unfilled',
    r.plan.unfilled,
    'suppressed',
    r.plan.suppressed,
    'rejected',
    r.plan.rejectedPicks.map((p) => p.ticker + p.reason),
  );
  console.log(r.issues.map((i) => [i.code, i.level, JSON.stringify(i.detail)].join(' ')).join('\n'));
  console.log(
    r.findings
      .filter((x) => x.level !== 'pass')
      .map((x) => [x.constraint, x.subject, x.level].join(' '))
      .join('\n'),
  );
  console.log(
    [...r.rehearsal.after.sectors].join(' | '),
    'cash',
    r.rehearsal.after.cash,
    'total',
    r.rehearsal.after.total,
  );
  for (const g of Object.values(PROPERTIES))
    for (const [n, p] of Object.entries(g)) for (const c of p(run)) console.log('COMPLAINT', n, c);
});
