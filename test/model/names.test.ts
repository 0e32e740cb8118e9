import { describe, expect, it } from 'vitest';
import { isKnownSector, knownSectorNames, sectorName, sectorOf } from '../../src/model/sector.ts';
import { tickerOf } from '../../src/model/ticker.ts';

describe('tickers', () => {
  it.each([
    ['BRK.B', 'BRK.B'],
    ['BRK-B', 'BRK.B'],
    ['BRK/B', 'BRK.B'],
    [' NVDA ', 'NVDA'],
    ['V', 'V'],
    ['GOOGLE', 'GOOGLE'],
    ['BF-PR', 'BF.PR'],
  ])('%s is %s', (text, expected) => {
    expect(tickerOf(text)).toBe(expected);
  });

  it.each([
    '',
    'nvda',
    'Apple',
    'TOOLONG',
    'BRK.',
    '.B',
    'BRK.B.A',
    'BRK B',
    'BRK.ABC',
    'A1',
    '500',
    'NVDA\n|',
    '$NVDA',
    'ΝVDA',
  ])('%j is none', (text) => {
    expect(tickerOf(text)).toBeUndefined();
  });
});

describe('sectors', () => {
  it.each([
    [
      'Technology',
      [
        'Technology',
        'Information Technology',
        'Tech',
        'Info Tech',
        'IT',
        'TECHNOLOGY',
        ' information  technology ',
        'info-tech',
      ],
    ],
    ['Healthcare', ['Healthcare', 'Health Care', 'Health', 'health-care']],
    ['Financials', ['Financials', 'Financial Services', 'Financial', 'Finance']],
    [
      'Communications',
      [
        'Communications',
        'Communication Services',
        'Communication',
        'Telecommunication Services',
        'Telecommunications',
        'Telecom',
      ],
    ],
    ['Materials', ['Materials', 'Basic Materials']],
    ['Consumer Discretionary', ['Consumer Discretionary', 'Consumer Cyclical']],
    ['Consumer Staples', ['Consumer Staples', 'Consumer Defensive']],
    ['Energy', ['Energy', 'ENERGY']],
    ['Industrials', ['Industrials', 'Industrial']],
    ['Utilities', ['Utilities', 'Utility']],
    ['Real Estate', ['Real Estate', 'REIT', 'REITs', 'real-estate']],
  ])('%s, by all its names', (name, spellings) => {
    expect(spellings.map((spelling) => sectorOf(spelling))).toEqual(spellings.map(() => name));
    expect(spellings.every(isKnownSector)).toBe(true);
  });

  it('are eleven, each its own', () => {
    expect(knownSectorNames).toHaveLength(11);
    expect(new Set(knownSectorNames.map(sectorOf)).size).toBe(11);
  });

  it('keep an unknown name as a sector of its own', () => {
    expect(sectorOf('  Precious   Metals ')).toBe('Precious Metals');
    expect(isKnownSector('Precious Metals')).toBe(false);
    expect(isKnownSector('Cash')).toBe(false);
  });

  it('are printed as the document spells them', () => {
    const spelling = new Map([[sectorOf('Healthcare'), 'Health Care']]);
    expect([sectorName(sectorOf('Health'), spelling), sectorName(sectorOf('Tech'), spelling)]).toEqual([
      'Health Care',
      'Technology',
    ]);
  });
});
