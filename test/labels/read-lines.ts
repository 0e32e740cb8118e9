import type { Directive, LineClass } from '../../src/model/directive.ts';
import { SCALE, writeDecimal, type Pct } from '../../src/model/units.ts';
import { readSources } from '../../src/steps/read-sources.ts';
import { limits } from '../account.ts';

const config = limits();
const NOW = '2026-01-08T16:00:00-05:00';

/** What the program makes of one line. */
export interface ReadLine {
  readonly line: number;
  readonly class: LineClass;
  /** For what is carried out, and for what says it again. */
  readonly means?: string;
  readonly text: string;
}

const pct = (value: Pct): string => `${writeDecimal(value, SCALE.pct)}%`;

const aimOf = (directive: Directive): string => {
  if (directive.kind !== 'ticker')
    return directive.direction === 'hold' || directive.target === undefined ? 'hold' : pct(directive.target);
  const { aim, direction } = directive;
  const side = direction === 'increase' ? 'buy' : 'sell';
  if (aim.kind === 'hold') return 'hold';
  if (aim.kind === 'weight') return pct(aim.target);
  return aim.kind === 'part' ? `${side} ${pct(aim.part)}` : `${side} ${writeDecimal(aim.shares, SCALE.shares)} shares`;
};

/** Every line of a document that the program takes for an instruction, with its class and, where it acts, its meaning. */
export const readLines = (text: string): readonly ReadLine[] => {
  const { sources, accounting } = readSources(
    { portfolio: { file: 'Portfolio.md', text }, stocks: [], config, now: NOW },
    true,
  );
  const meaning = new Map(sources?.directives.map((each) => [each.place.line, `${each.id} ${aimOf(each)}`]));
  return accounting.map(({ place, class: lineClass, text: said }) => {
    const means = meaning.get(place.line);
    return {
      line: place.line,
      class: lineClass,
      text: said,
      ...(lineClass === 'directive' && means !== undefined ? { means } : {}),
    };
  });
};
