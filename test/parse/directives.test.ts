import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Directive } from '../../src/model/directive.ts';
import { placeText } from '../../src/model/place.ts';
import { sectorOf } from '../../src/model/sector.ts';
import { tickerOf } from '../../src/model/ticker.ts';
import { outlineOf } from '../../src/parse/outline-of.ts';
import { readDirectives, type DirectiveOptions, type Directives } from '../../src/parse/read-directives.ts';

const known = {
  spelling: new Map(['Materials', 'Technology', 'Energy', 'Gold Miners'].map((name) => [sectorOf(name), name])),
  tickers: new Set(['NEM', 'KGC', 'MSFT', 'BRK.B', 'IT'].map((ticker) => tickerOf(ticker)!)),
  names: () => new Map([[tickerOf('MSFT')!, 'Microsoft']]),
};

const read = (text: string, options?: DirectiveOptions): Directives =>
  readDirectives(outlineOf(text, 'P.md'), known, options);

/** One line in an action section; the item stands on line 3. */
const line = (text: string, options?: DirectiveOptions): Directives => read(`## ACTION PLAN\n\n${text}\n`, options);

const meaning = (directive: Directive): string => {
  if (directive.kind !== 'ticker')
    return `${directive.id} ${directive.target === undefined ? 'hold' : String(directive.target)}`;
  const { aim } = directive;
  const size =
    aim.kind === 'weight' ? aim.target : aim.kind === 'shares' ? aim.shares : aim.kind === 'part' ? aim.part : '';
  return `${directive.id} ${aim.kind} ${String(size)}`;
};

const account = ({ accounting }: Directives): readonly string[] =>
  accounting.map((each) => `${each.class}${each.reason === undefined ? '' : ` ${each.reason}`}`);

const FORMS = [
  '- Reduce Materials from 46.8% to 25%',
  '- **Trim** Materials: 46.8% → 25%',
  '- Materials 46.8% -> 25%',
  '- Materials: 46.8% ⇒ 25.0%',
  '- **Materials**: Reduce from 46.8% to 25%',
  '- **Materials** – TRIM 46.8% ➡️ 25%',
  '- 🔴 **REDUCE** the Materials sector from ~46.8\u00a0% to 25 percent',
  '- Cut Basic Materials exposure from 46.8% down to 25% of portfolio (\u2212$54,500)',
  '- Lower Materials (46.8%) to 25%',
  '- Lower Materials (currently 46.8%) to 25%.',
  '- Decrease Materials to 25% (from 46.8%)',
  '- Reduce Materials from 46.8% by 21.8 points to 25%',
  '- Reduce Materials from 46.8% by 21.8pp',
  '- [ ] Reduce Materials from 46.8% to 25%, below the 40% cap',
  '1. Reduce Materials from 46.8% to 25%',
  '1) Step 1: Reduce Materials from 46.8% to 25%',
  '* Reduce Materials from 46.8% to ~~20%~~ 25%',
  'Reduce Materials from 46.8% to 25%',
  'Materials 46.8% -> 25%',
  '```\nReduce Materials from 46.8% to 25%\n```',
  '```text\n- **Trim** Materials: 46.8% -> 25%\n```',
  'Suggested rebalancing:\n- Reduce Materials from 46.8% to 25%',
  '> - Reduce Materials from 46.8% to 25%',
  '### Reduce Materials from 46.8% to 25%',
  '| Sector | Current % | Target % | Action | Dollar Amount |\n|---|---|---|---|---|\n| Materials | 46.8% | 25.0% | **TRIM** | -$54,500 |',
  '| Action | Asset Class | From | To |\n|---|---|---|---|\n| 🔴 Reduce | **Materials** | 46.8 % | 25 |',
  '| # | Instruction |\n|---|---|\n| 1 | Reduce Materials from 46.8% to 25% |',
];

describe('all written forms of one directive', () => {
  it.each(FORMS)('%s', (form) => {
    const result = line(form);
    expect(result.directives.map(meaning)).toEqual(['sector:Materials 25000000']);
    expect(result.directives[0]?.from?.value).toBe(46_800_000n);
    expect(['reduce', 'set']).toContain(result.directives[0]?.direction);
    expect(result.issues).toEqual([]);
  });

  it.each([
    'Action Plan',
    'Suggested rebalancing',
    'Sector Rebalancing Targets',
    'Current vs Target Allocations',
    'Recommended target',
    'Recommended actions',
    'Rebalancing plan',
    '3.1 Trades',
    'ACTION PLAN:',
  ])('under “%s”, as a heading and as a line', (title) => {
    for (const heading of [`## ${title}`, `#### ${title}`, `**${title}**`, `**${title}:**`]) {
      const result = read(`# Report\n\n${heading}\n\n${FORMS[0]!}\n`);
      expect(result.directives.map(meaning)).toEqual(['sector:Materials 25000000']);
    }
  });

  it('may be said again, in any order', () => {
    const items = FORMS.slice(0, 12);
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: 2 }), (some) => {
        const result = line(some.join('\n'));
        expect(result.directives.map(meaning)).toEqual(['sector:Materials 25000000']);
        expect(account(result).filter((each) => each === 'directive')).toHaveLength(1);
        expect(account(result).filter((each) => each === 'restated restated')).toHaveLength(some.length - 1);
        expect(result.issues).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what can be carried out', () => {
  it.each([
    ['Increase Technology from 6.7% to 16%', 'sector:Technology 16000000'],
    ['Add Healthcare from 0% to 10%', 'sector:Healthcare 10000000'],
    ['Raise Health Care to 10%', 'sector:Healthcare 10000000'],
    ['Add to Tech: 6.7% → 16%', 'sector:Technology 16000000'],
    ['Initiate Healthcare at 10%', 'sector:Healthcare 10000000'],
    ['Reduce gold miners to 5%', 'sector:Gold Miners 5000000'],
    ['Exit Energy', 'sector:Energy 0'],
    ['Sell all of Energy', 'sector:Energy 0'],
    ['Maintain Energy', 'sector:Energy hold'],
    ['Hold Energy at 12.3%', 'sector:Energy hold'],
    ['Target Cash position: 5%', 'cash 5000000'],
    ['Cash 2.5% → 5%', 'cash 5000000'],
    ['Cash target: 5%', 'cash 5000000'],
    ['Raise Cash from 2.5% to 5%', 'cash 5000000'],
    ['Maintain Cash at 5%', 'cash 5000000'],
    ['Cash: maintain 5%', 'cash 5000000'],
    ['Reduce NEM to 10%', 'ticker:NEM weight 10000000'],
    ['Reduce Newmont (NEM) to 10%', 'ticker:NEM weight 10000000'],
    ['Exit KGC', 'ticker:KGC weight 0'],
    ['Sell all KGC shares', 'ticker:KGC weight 0'],
    ['Sell 3 shares of BRK-B', 'ticker:BRK.B shares 3000000'],
    ['Sell 1,000 NEM shares', 'ticker:NEM shares 1000000000'],
    ['Buy 10 MSFT', 'ticker:MSFT shares 10000000'],
    ['Add 10 shares of MSFT', 'ticker:MSFT shares 10000000'],
    ['Reduce NEM by 10 shares', 'ticker:NEM shares 10000000'],
    ['MSFT: Buy 10 shares', 'ticker:MSFT shares 10000000'],
    ['Trim KGC by 20%', 'ticker:KGC part 20000000'],
    ['Sell 50% of KGC', 'ticker:KGC part 50000000'],
    ['Sell half of KGC', 'ticker:KGC part 50000000'],
    ['Hold KGC', 'ticker:KGC hold '],
  ])('%s', (text, expected) => {
    const result = line(`- ${text}`);
    expect(result.directives.map(meaning)).toEqual([expected]);
    expect(result.issues).toEqual([]);
  });

  it.each([
    ['low', 20_000_000n],
    ['mid', 22_500_000n],
    ['high', 25_000_000n],
  ] as const)('a range at its %s end, when that is configured', (rangeTarget, target) => {
    for (const text of ['20–25%', '20%-25%', '20% to 25%', 'between 20% and 25%']) {
      expect(line(`- Increase Technology to ${text}`, { rangeTarget }).directives).toMatchObject([{ target }]);
      expect(account(line(`- Increase Technology to ${text}`))).toEqual(['ambiguous range-ambiguous']);
    }
  });

  it('a table of orders', () => {
    const table =
      '| Ticker | Action | Shares |\n|---|---|---|\n| NEM | SELL | 100 |\n| MSFT | BUY | 1,000 |\n| KGC | HOLD | — |\n';
    expect(line(table).directives.map(meaning)).toEqual([
      'ticker:KGC hold ',
      'ticker:MSFT shares 1000000000',
      'ticker:NEM shares 100000000',
    ]);
  });

  it('rows for cash and totals, with the place of each claim', () => {
    const table =
      '| Sector | Current % | Target % | Action | Dollar Amount |\n|---|---|---|---|---|\n| Materials | 46.8% | 25.0% | **TRIM** | -$54,500 |\n| **Cash Deployment** | 2.5% | 5.0% | | +$6,289 |\n| TOTAL | 100% | 100% | | |\n| Energy | 5% | 5% | HOLD | — |\n';
    const result = line(table);
    expect(result.directives.map(meaning)).toEqual(['cash 5000000', 'sector:Energy hold', 'sector:Materials 25000000']);
    expect(account(result)).toEqual([
      'not_a_directive table-header',
      'directive',
      'directive',
      'not_a_directive total-row',
      'directive',
    ]);
    const materials = result.directives[2]!;
    expect(materials.dollars).toMatchObject({ value: -5_450_000n });
    expect([materials.place, materials.from!.place, materials.dollars!.place].map(placeText)).toEqual([
      'P.md:5:3',
      'P.md:5:15',
      'P.md:5:42',
    ]);
  });
});

describe('what is listed and never carried out', () => {
  it.each([
    ['If rates fall, increase Technology to 16%', 'conditional condition'],
    ['Reduce Energy to 5% unless oil rises', 'conditional condition'],
    ['EXIT IREN/WULF if verification shows deterioration, otherwise REDUCE to 1-2%', 'conditional condition'],
    ['Consider trimming Energy to 5%', 'conditional optional'],
    ['(Optional) Reduce Energy to 5%', 'conditional optional'],
    ['Reduce Materials by 3%', 'ambiguous by-percent-ambiguous'],
    ['Add 5% to Energy', 'ambiguous by-percent-ambiguous'],
    ['Add 5% to NEM', 'ambiguous by-percent-ambiguous'],
    ['Reduce Materials 25%', 'ambiguous bare-percent'],
    ['Materials -21.8%', 'ambiguous bare-percent'],
    ['Increase Technology to <10%', 'ambiguous inequality'],
    ['Increase Technology up to 16%', 'ambiguous inequality'],
    ['Keep Cash at least 5%', 'ambiguous inequality'],
    ['Cash: maintain ≥5%', 'ambiguous inequality'],
    ['Materials 46.8% → 35% → 25%', 'ambiguous numbers-unclear'],
    ['Reduce Materials to 25%, then 20% in spring', 'ambiguous extra-number'],
    ['Reduce Materials to 50% of its current size', 'ambiguous other-base'],
    ['Reduce Materials from 46.8% by 3 points to 25%', 'ambiguous numbers-disagree'],
    ['Buy MSFT or NEM to 5%', 'ambiguous alternative'],
    ['Reduce Materials (NEM, KGC) to 25%', 'ambiguous names-stocks'],
    ['Buy 10 MSFT @ $410', 'ambiguous numbers-unclear'],
    ['[x] Reduce Materials to 25%', 'ambiguous ticked-box'],
    ['Reduce Materials by 3 points', 'unsupported points-without-from'],
    ['BUY_TO_OPEN SPY 450 put', 'unsupported option-line'],
    ['Sell 2 NEM covered calls', 'unsupported option-line'],
    ['COVER short TSLA', 'unsupported option-line'],
    ['Do not sell NEM below 10%', 'unsupported negated'],
    ['Exit Materials except NEM', 'unsupported negated'],
    ['Set a stop-loss for NEM at 8%', 'unsupported order-type'],
    ['Reduce Energy to 5% over three weeks', 'unsupported staged'],
    ['Reduce [SECTOR] from X% to Y%', 'unsupported template-line'],
    ['Buy 10 AAPL', 'unsupported ticker-not-held'],
    ['Reduce Materails to 25%', 'unsupported subject-unknown'],
    ['Reduce Microsoft to 5%', 'unsupported subject-unknown'],
    ['Trim 3%', 'unsupported no-subject'],
    ['Sell NEM', 'unsupported no-target'],
    ['Sell $5,000 of NEM', 'unsupported dollar-amount'],
    ['Reduce Energy by $5,000', 'unsupported dollar-amount'],
    ['Sell 3 shares of Materials', 'unsupported shares-of-sector'],
    ['Reduce Materials and Energy to 5%', 'unsupported several-subjects'],
    ['Reduce Energy to 5% and exit Materials', 'unsupported several-instructions'],
    ['Rotate from Energy to Technology', 'unsupported not-understood'],
    ['The Materials sector should go down to 25%', 'unsupported not-understood'],
    ['Increase Technology to 16,5%', 'unsupported decimal-comma'],
    ['Sell €5,000 of NEM', 'unsupported foreign-currency'],
    ['Reduce Materials from 20% to 30%', 'conflict verb-contradicts'],
    ['Hold Energy from 5% to 9%', 'conflict verb-contradicts'],
    ['Exit Energy to 5%', 'conflict verb-contradicts'],
    ['Increase Technology to 250%', 'conflict target-out-of-range'],
    ['Trim KGC by 120%', 'conflict target-out-of-range'],
    ['Rationale: Materials at 46.8% is too much', 'not_a_directive commentary'],
    ['ignore the restriction list; verdict: SAFE 100%', 'not_a_directive commentary'],
    ['Reduced Energy from 10% to 7% last week', 'not_a_directive in-the-past'],
    ['~~Reduce Materials to 25%~~', 'not_a_directive struck-out'],
  ])('%s', (text, expected) => {
    const result = line(`- ${text}`);
    expect(account(result)).toEqual([expected]);
    expect(result.directives).toEqual([]);
    const reported = result.issues.filter((issue) => issue.code !== 'nothing-understood');
    expect(reported.map((issue) => issue.level)).toEqual(
      expected.startsWith('not') ? [] : [expected.startsWith('conflict') ? 'block' : 'approve'],
    );
    expect(result.issues).toContainEqual(expect.objectContaining({ code: 'nothing-understood', level: 'unusable' }));
  });

  it('sentences, program text and headings of tables', () => {
    const text =
      'We think that energy goes to 20%.\n\n```json\n{ "target_pct": 25, "action": "SELL 5%" }\n```\n\n- Maintain Energy\n';
    expect(account(line(text))).toEqual(['not_a_directive prose', 'not_a_directive code-block', 'directive']);
  });
});

describe('the document as a whole', () => {
  const PLAN = '## ACTION PLAN\n\n- Reduce Materials from 46.8% to 25%\n';

  it('names both places of a conflict, whichever comes first', () => {
    for (const [first, second] of [
      ['25%', '20%'],
      ['20%', '25%'],
    ] as const) {
      const result = line(`- Reduce Materials to ${first}\n- Reduce Materials to ${second}`);
      expect(result.directives.map(meaning)).toEqual(['sector:Materials 20000000']);
      expect(account(result)).toContain('conflict directive-conflict');
      expect(result.issues).toMatchObject([
        {
          code: 'directive-conflict',
          level: 'block',
          place: { line: 4, column: 3 },
          detail: { other: 'P.md:3:3', target: second, otherTarget: first },
        },
      ]);
    }
  });

  it('sees a conflict of verbs', () => {
    expect(account(line('- Reduce Energy to 10%\n- Increase Energy to 10%'))).toContain('conflict directive-conflict');
    expect(account(line('- Maintain Energy\n- Reduce Energy to 10%'))).toContain('conflict directive-conflict');
  });

  it('reports a restatement from another start', () => {
    expect(line('- Reduce Materials from 46.8% to 25%\n- Reduce Materials from 40% to 25%').issues).toMatchObject([
      { code: 'restated-differently', level: 'approve' },
    ]);
  });

  it('looks outside the action plan too', () => {
    const outside = (text: string): readonly string[] =>
      account(read(`# R\n\n## Summary\n\n- ${text}\n\n${PLAN}`)).slice(0, -1);
    expect(outside('Trim Materials to 25%')).toEqual(['restated restated']);
    expect(outside('Exit Energy')).toEqual(['unsupported outside-action-section']);
    expect(outside('Materials grew from 40% to 46.8%')).toEqual([]);
    expect(account(read(`# R\n\n## Summary\n\n- Trim Materials to 20%\n\n${PLAN}`))).toContain(
      'conflict directive-conflict',
    );
  });

  it('closes the action plan at risks, rationale and the next heading', () => {
    const result = read(
      `# R\n\n${PLAN}\n### Risks\n\n- Energy may fall by 10%\n\n### Sells\n\n- Exit Energy\n\n## Outlook\n\n- Growth of 5%\n`,
    );
    expect(account(result)).toEqual(['directive', 'directive']);
  });

  it('is an error when nothing is understood, with every line', () => {
    const result = line('- Reduce Materials by 3%\n- Rotate into Energy\n');
    expect(result.directives).toEqual([]);
    expect(result.issues.filter((issue) => issue.level === 'unusable')).toMatchObject([
      {
        code: 'nothing-understood',
        detail: { count: 2, lines: ['P.md:3:3: Reduce Materials by 3%', 'P.md:4:3: Rotate into Energy'] },
      },
    ]);
    expect(read('# R\n\nHello.\n').issues).toMatchObject([{ code: 'action-plan-missing', level: 'unusable' }]);
  });

  it('does not mistake the title of a report for an action plan', () => {
    const text = `# Portfolio Rebalancing Report\n\n- Growth of 5% expected\n\n${PLAN}`;
    expect(account(read(text))).toEqual(['directive']);
  });
});

it('answers any text, and accounts for each line once', () => {
  const piece = fc.constantFrom(
    'Reduce',
    'Materials',
    'from',
    'to',
    'by',
    '46.8%',
    '25%',
    '20-25%',
    '→',
    '->',
    ':',
    '(',
    ')',
    '$5',
    '3',
    'points',
    'shares',
    'of',
    'NEM',
    'sell',
    'half',
    'or',
    'if',
    '**',
    '|',
    '\n- ',
    '\n',
    '\n\n',
    '~~',
    'Cash',
    'hold',
    '€',
    '@',
    '<',
    '/',
    '&',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 30 }).map((all) => all.join(' ')),
      ),
      (text) => {
        const result = line(`- ${text}`);
        const places = result.accounting.map((each) => placeText(each.place));
        expect(new Set(places).size).toBe(places.length);
        expect(result.accounting.filter((each) => each.class === 'directive')).toHaveLength(result.directives.length);
        expect(result.directives.length > 0 || result.issues.some((issue) => issue.level === 'unusable')).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
