// Who may approve, and what is excepted already: the section `approvals` of the config.
import { describe, expect, it } from 'vitest';
import defaults from '../../config/constraints.json' with { type: 'json' };
import { readConfig } from '../../src/validate/read-config.ts';
import { configFile, limits } from '../account.ts';

const standing = {
  code: 'sector_cap',
  subject: 'Technology',
  owner: 'Master-Architect',
  reason: 'Overweight until the index is rebuilt',
  until: '2026-03-31',
};
const complaints = (approvals: unknown) =>
  readConfig(defaults, configFile({ approvals })).issues.map(({ code, place }) => `${code} ${place?.file ?? ''}`);

describe('approvals', () => {
  it('have one approver, who is not the preparer, and no standing exception where nobody says otherwise', () => {
    expect(limits().approvals).toEqual({
      routing: 'Master-Architect',
      sla_minutes: 30,
      approvers: ['Master-Architect'],
      preparer: 'Trader',
      preparer_may_approve: false,
      standing: [],
    });
  });

  it('take names without the spaces around them, and standing exceptions as they are', () => {
    const { approvals } = limits({ approvals: { approvers: [' Jane Doe '], standing: [standing] } });
    expect(approvals.approvers).toEqual(['Jane Doe']);
    expect(approvals.standing).toEqual([standing]);
  });

  it.each([
    ['a key that nobody knows', { approver: ['A'] }, 'config-key-unknown key approvals.approver'],
    ['no approver', { approvers: [] }, 'config-value-wrong approvals.approvers'],
    ['one name for a list', { approvers: 'Master-Architect' }, 'config-value-wrong approvals.approvers'],
    ['a name of spaces', { approvers: ['A', ' '] }, 'config-value-wrong approvals.approvers.1'],
    ['nobody but the preparer', { approvers: ['Trader'] }, 'config-value-wrong approvals.approvers'],
    [
      'nobody but the preparer, spelled otherwise',
      { approvers: [' trader'] },
      'config-value-wrong approvals.approvers',
    ],
    ['a preparer who is the only approver', { preparer: 'Master-Architect' }, 'config-value-wrong approvals.preparer'],
    ['text for yes or no', { preparer_may_approve: 'no' }, 'config-value-wrong approvals.preparer_may_approve'],
    ['no list', { standing }, 'config-value-wrong approvals.standing'],
    [
      'a day that does not exist',
      { standing: [{ ...standing, until: '2026-02-30' }] },
      'config-value-wrong approvals.standing.0.until',
    ],
    [
      'a moment for a day',
      { standing: [{ ...standing, until: '2026-02-03T10:00:00Z' }] },
      'config-value-wrong approvals.standing.0.until',
    ],
    ['any subject', { standing: [{ ...standing, subject: '' }] }, 'config-value-wrong approvals.standing.0.subject'],
    ['any code', { standing: [{ ...standing, code: '*' }] }, 'config-value-wrong approvals.standing.0.code'],
    ['law', { standing: [{ ...standing, code: 'restrictions' }] }, 'config-value-wrong approvals.standing.0.code'],
    ['no reason', { standing: [{ ...standing, reason: '  ' }] }, 'config-value-wrong approvals.standing.0.reason'],
    [
      'a beginning',
      { standing: [{ ...standing, from: '2026-01-01' }] },
      'config-key-unknown key approvals.standing.0.from',
    ],
  ])('may not be: %s', (_, approvals, complaint) => {
    expect(complaints(approvals)).toEqual([complaint]);
  });

  it.each(['code', 'subject', 'owner', 'reason', 'until'])('need %s in a standing exception', (key) => {
    const { [key]: _, ...rest } = standing as Record<string, string>;
    expect(complaints({ standing: [rest] })).toEqual([`config-value-wrong approvals.standing.0.${key}`]);
  });

  it.each([
    [{ approvers: ['Trader'], preparer_may_approve: true }],
    [{ approvers: ['Trader', 'Jane Doe'] }],
    [{ standing: [{ ...standing, code: 'unfilled-no-pick' }] }],
  ])('may be %j', (approvals) => {
    expect(complaints(approvals)).toEqual([]);
  });
});
