import { describe, expect, test, vi } from 'vitest';
import type { Recommendation } from '../../src/model/recommendation.ts';
import { documents } from '../../src/report/documents.ts';
import { planDocument, planJson } from '../../src/report/plan-json.ts';
import { at, CRITERIA_FAILED, CRITERIA_PASSED, meta, recommendation, ticker, usd, withEscalation } from './example.ts';

vi.mock('../../src/report/compiled-templates.js', async (original) =>
  (await import('./example-words.ts')).withExampleWords(original as never),
);

const full = (): Recommendation =>
  withEscalation(
    recommendation({
      issues: [
        { code: 'example', level: 'note', detail: { what: 'z', text: 'a', other: 'b' } },
        {
          code: 'example',
          level: 'approve',
          subject: 'Cash',
          detail: { what: 'cash', text: '1', other: '2' },
          place: at(7),
        },
      ],
      stockValidations: [CRITERIA_PASSED, CRITERIA_FAILED],
      plan: {
        unfilled: [{ subject: 'Energy', directive: 'd', value: usd('12.5'), reason: 'example' }],
        suppressed: [{ ticker: ticker('XOM'), side: 'BUY', value: usd('99'), reason: 'example' }],
        rejectedPicks: [{ ticker: ticker('INTC'), reason: 'example', detail: { why: 'x' } }],
      },
    }),
  );

const keys = (value: object | undefined): string => Object.keys(value ?? {}).join(',');

describe('plan.json', () => {
  const plan = planDocument(full(), meta);

  test('has the keys of the schema in their order, and nothing else', () => {
    expect(keys(plan)).toBe(
      'schema,plan_id,tool,now,as_of,verdict,reasons,inputs,config_sha256,portfolio,directives,accounting,trades,' +
        'unfilled,suppressed,residuals,constraints,stock_validations,rejected_picks,counter_proposals,escalation',
    );
    expect(keys(plan.tool)).toBe('name,version');
    expect(keys(plan.reasons[0])).toBe('code,severity,subject,message,source');
    expect(keys(plan.inputs[0])).toBe('role,path,sha256');
    expect(keys(plan.portfolio)).toBe('before,after');
    expect(keys(plan.portfolio.before)).toBe('total_value,cash,cash_pct,sectors,positions');
    expect(keys(plan.portfolio.before.sectors[0])).toBe('sector,value,pct');
    expect(keys(plan.portfolio.before.positions[0])).toBe('ticker,sector,shares,price,value,pct,gain_pct');
  });

  test('has the keys of every list in their order', () => {
    expect(keys(plan.directives[0])).toBe(
      'id,kind,subject,action,stated_pct,current_pct,target_pct,change_value,source',
    );
    expect(keys(plan.directives[0]?.source)).toBe('line,column,text');
    expect(plan.accounting.map(keys)).toEqual([
      'line,column,text,class',
      'line,column,text,class,reason',
      'line,column,text,class,reason',
    ]);
    expect(keys(plan.trades[0])).toBe(
      'seq,action,ticker,sector,shares,price,value,fees,cash_after,cash_after_pct,directive,why',
    );
    expect(keys(plan.unfilled[0])).toBe('subject,value,reason');
    expect(keys(plan.suppressed[0])).toBe('ticker,action,value,reason');
    expect(keys(plan.residuals[0])).toBe('subject,target_pct,achieved_pct,gap_value');
    expect(keys(plan.constraints[0])).toBe('id,subject,status,limit,before,after,unit,slack,origin');
    expect(keys(plan.rejected_picks[0])).toBe('ticker,reason');
  });

  test('keeps the keys of the founding document for picks and for the escalation', () => {
    expect(keys(plan.stock_validations[0])).toBe('status,ticker,conviction,checks,reasons,message,measured');
    expect(keys(plan.stock_validations[0]?.checks)).toBe(
      'conviction,position_size,sector_cap,cash_buffer,restriction_list,regime_alignment',
    );
    expect(plan.stock_validations.map(({ message }) => message)).toEqual([
      'Stock-Analyst NVDA APPROVED_FOR_PO: All criteria pass',
      'Stock-Analyst TSLA REJECTED: conviction, position_size, regime_alignment',
    ]);
    expect(plan.stock_validations[1]?.measured['regime_alignment']).toEqual({ value: null, limit: 5 });
    expect(keys(plan.escalation ?? {})).toBe(
      'plan_id,trigger,violations,dry_run_report,rebalancing_plan,request,routing,sla_minutes',
    );
    expect(plan.escalation?.violations.map(({ severity }) => severity)).toEqual(['approve']);
    expect(plan.escalation?.rebalancing_plan).toEqual(plan.trades);
  });

  test('gives the reasons worst first, then by place, code and subject', () => {
    const reasons = plan.reasons.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);
    expect(reasons).toEqual(['approve example Cash', 'note cash_minimum Cash', 'note example ']);
    expect(plan.reasons[0]).toMatchObject({
      message: 'Cash says 1; expected: It should say 2.',
      source: 'Portfolio.md:7:3',
    });
  });

  test('prints exact figures', () => {
    expect(plan.trades[1]).toMatchObject({ shares: 222, price: 104.1151, value: 23113.55, cash_after: 61235.65 });
    expect(plan.portfolio.before.positions.find((one) => one.ticker === 'PG')).toMatchObject({
      shares: 200.345,
      price: 140.1234,
      value: 28073.02,
    });
    expect(plan.directives[0]).toMatchObject({
      stated_pct: 46.8,
      current_pct: 46.8123,
      target_pct: 25,
      change_value: -54500.12,
    });
    expect(plan.portfolio.after.sectors.map(({ sector }) => sector)).toContain('Health Care');
  });

  test('is JSON with two spaces that no terminal obeys', () => {
    const text = planJson({ ...plan, now: '\u009b31m\u202e\u200b\u{e0041}é' });
    expect(text).toContain('\n  "now": "\\u009b31m\\u202e\\u200b\\udb40\\udc41é",\n');
    expect(JSON.parse(text)).toEqual({ ...plan, now: '\u009b31m\u202e\u200b\u{e0041}é' });
    expect(text.endsWith('}\n')).toBe(true);
  });
});

describe('the files of a plan', () => {
  const names = (from: Recommendation): readonly string[] => [...documents(from, meta).keys()].sort();
  const always = [
    'dry_run.md',
    'execution_guide.md',
    'plan.json',
    'rebalancing_directives.json',
    'report.html',
    'report.md',
    'trade_list.json',
  ];

  test('are the same for every plan, with the escalation where there is one', () => {
    expect(names(recommendation())).toEqual(always);
    expect(names(full())).toEqual([...always, 'escalation.json'].sort());
  });

  test('of a stock file hold its validation, with the largest allocation that would pass', () => {
    const stock = recommendation({
      workflow: 'validate-stock',
      trades: [],
      stockValidations: [{ ...CRITERIA_FAILED, largestPassing: 4_250_000n as never }],
    });
    expect(names(stock)).toEqual([...always, 'stock_validation.json'].sort());
    const text = documents(stock, meta).get('stock_validation.json') ?? '';
    expect(JSON.parse(text)).toMatchObject({
      plan_id: meta.planId,
      stock_validations: [{ largest_allocation_pct: 4.25 }],
    });
  });

  test('repeat the lists of plan.json', () => {
    const files = documents(full(), meta);
    const plan = planDocument(full(), meta);
    expect(JSON.parse(files.get('trade_list.json') ?? '')).toEqual({ plan_id: meta.planId, trades: plan.trades });
    expect(JSON.parse(files.get('rebalancing_directives.json') ?? '')).toEqual({
      plan_id: meta.planId,
      directives: plan.directives,
    });
    expect(JSON.parse(files.get('escalation.json') ?? '')).toEqual(plan.escalation);
  });
});
