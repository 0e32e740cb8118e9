/** What a diagnostic may lead to: the levels of issues, a record that cannot be relied on, and an error of the program or the disk. */
export type CodeLevel = 'note' | 'approve' | 'block' | 'unusable' | 'stale' | 'internal';

/** The codes by the levels that they may have. */
const BY_LEVELS: Readonly<Record<string, string>> = {
  unusable:
    'amount-not-positive amount-unreadable counter-proposal-unknown intents-contradict not-a-portfolio options-book wrong-language ' +
    'account-too-large action-plan-missing allocation-fraction allocation-out-of-range amended-differs ' +
    'approval-impossible approval-not-needed approver-is-preparer approver-not-listed batch-empty ' +
    'batch-other-lines breach-unknown cash-missing cash-row-empty cash-row-unreadable ' +
    'config-contradiction config-key-unknown config-sector-unknown config-value-wrong cost-unclear ' +
    'csv-syntax decision-without-reason ' +
    'document-exists explain-code-unknown explain-subject-unknown figure-not-found file-missing ' +
    'file-not-a-file file-not-text file-too-large file-unreadable fill-id-differs fill-id-unreadable ' +
    'fill-incomplete ' +
    'fill-missing fill-not-understood fill-of-nothing fill-options-unclear fill-order-unknown ' +
    'fill-order-unreadable fill-time-unreadable holding-conflict holdings-missing init-names-taken ' +
    'json-syntax key-missing key-reserved key-twice key-unknown lots-restated market-empty ' +
    'nothing-understood now-unreadable ' +
    'number-not-finite option-position output-is-a-link oversold plan-not-found plan-not-named ' +
    'portfolio-not-found position-figures-differ positions-not-stated positions-total-differs ' +
    'positions-unknown positions-without-holding price-missing quarantine-unknown rejected-already ' +
    'resolve-unclear resolve-without-reason ' +
    'row-not-found row-too-long sector-column-missing sector-missing sector-needed sectors-contradict ' +
    'sectors-missing several-accounts shares-missing short-position since-unreadable template-unfilled ' +
    'threads-unreadable ticker-unreadable too-large took-too-long transaction-contradicts ' +
    'transaction-row-too-long transactions-unknown transactions-without-fill until-not-after-now ' +
    'until-unreadable value-empty ' +
    'value-wrong weights-do-not-close weights-need-price weights-need-total',
  approve:
    'lock-broken plan-amended unfilled-locked unfilled-not-raised ' +
    'alternative as-of-missing bare-percent by-percent-ambiguous carried-out cash-path-differs ' +
    'cash-row-unclear condition cost-column-mixed-up date-in-future dollar-amount extra-number inequality ' +
    'market-too-old names-stocks negated no-subject no-target not-understood numbers-disagree ' +
    'numbers-unclear option-line optional order-type other-base outside-action-section part-of-nothing ' +
    'pick-negative pick-not-in-table pick-sector-missing pick-twice pick-unreadable points-without-from ' +
    'portfolio-old positions-cash-missing positions-undated price-unknown prices-differ range-ambiguous ' +
    'rank-twice rank-unreadable ' +
    'restated-differently restriction-unreadable sector-differs sector-unknown sell-more-than-held ' +
    'several-instructions several-subjects shares-derived-uneven shares-of-sector staged stock-too-old ' +
    'subject-unknown template-line ticked-box ticker-not-held total-row-unreadable unfilled-below-one-lot ' +
    'unfilled-cash-floor unfilled-no-eligible-pick unfilled-no-pick unfilled-no-price ' +
    'unfilled-nothing-to-sell ' +
    'unfilled-positions-full unfilled-restricted',
  note:
    'deposit-planned flow-arrived flow-open lock-ended unfilled-no-sell unfilled-no-sell-cash withdrawal-planned within-band ' +
    'already-met basis-of-invested bought-without-pick buys-scaled confidence-unreadable convictions-all-same ' +
    'directive-overtaken duplicate-ticker figure-left figures-corrected gain-differs holding-restated ' +
    'holdings-without-sector market-files-several market-stated-twice notify-failed number-approximate ' +
    'positions-rounded positions-total-missing price-derived record-leftover remainder-beyond remainder-cut ' +
    'replay-other-limits replay-other-version row-filler sector-unlisted shares-derived shares-from-weights ' +
    'shares-zero stock-not-a-candidate unfilled-already-held',
  stale:
    'anchor-missing document-behind document-edited edit-overwritten inputs-missing inputs-unreadable ' +
    'plan-changed plan-file-missing record-changed record-cut-short record-first-continues ' +
    'record-impossible ' +
    'record-misnumbered record-missing record-stray record-unreadable replay-differs replay-file-additional ' +
    'replay-file-missing replay-no-plan void-config-changed void-input-changed void-plan-changed',
  block:
    'withdrawal-uncovered ' +
    'currency-implied directive-conflict lot-prices-differ lot-sectors-differ order-impossible pick-rejected ' +
    'portfolio-too-old report-head-differs row-too-short sector-misplaced split-probable target-out-of-range ' +
    'targets-do-not-close verb-contradicts verb-contradicts-account',
  'approve unusable':
    'conviction-fraction conviction-out-of-range date-unreadable decimal-comma foreign-currency ' +
    'number-too-large number-unreadable price-not-positive too-many-digits',
  'note approve block':
    'dollars-differ from-differs invested-differs limit-differs sector-value-differs total-differs weight-differs',
  'note approve': 'from-of-invested position-left-out weights-of-invested',
  internal: 'internal-error output-failed',
  'block unusable': 'cash-stated-twice',
  'note unusable': 'fill-amount-differs',
  'approve block': 'held-stated-as-new',
  'approve block unusable': 'row-value-differs',
};

/** Every code of a diagnostic, with the levels that it may have, the mildest first. */
export const CODE_LEVELS: ReadonlyMap<string, readonly CodeLevel[]> = new Map(
  Object.entries(BY_LEVELS)
    .flatMap(([levels, codes]) => codes.split(' ').map((code) => [code, levels.split(' ') as CodeLevel[]] as const))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
