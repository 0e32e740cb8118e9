import type { CounterChange } from '../model/counter-proposal.ts';
import type { Directive, ResolvedDirective } from '../model/directive.ts';
import { comparePlaces } from '../model/place.ts';
import { holdingValue, totalValue } from '../model/portfolio.ts';
import { addRatios, distance, type Ratio } from '../model/ratio.ts';
import type { Shares } from '../model/units.ts';
import { sharesAimed } from '../steps/0-resolve-directives.ts';
import type { Situation } from './situation.ts';
import { aimKey, resolvedById, type Variant } from './variant.ts';

const ZERO: Ratio = { num: 0n, den: 1n };

const sum = (parts: readonly Ratio[]): Ratio => parts.reduce(addRatios, ZERO);

/** The shares that a directive counts; undefined where it aims at a weight. */
const countOf = (directive: Directive, { sources: { portfolio } }: Situation): Shares | undefined => {
  if (directive.kind !== 'ticker' || directive.aim.kind === 'weight' || directive.aim.kind === 'hold') return undefined;
  const held = portfolio.holdings.find(({ ticker }) => ticker === directive.ticker)?.shares ?? (0n as Shares);
  return sharesAimed(directive, held);
};

/** What more shares are asked for than are held weighs too, although it can never be sold. */
const weightOf = (count: Shares, asked: ResolvedDirective, situation: Situation): Ratio | undefined => {
  const { portfolio } = situation.sources;
  const { directive } = asked;
  const holding = portfolio.holdings.find((one) => directive.kind === 'ticker' && one.ticker === directive.ticker);
  const whole = totalValue(portfolio);
  if (holding === undefined || whole <= 0n) return undefined;
  return { num: holdingValue({ price: holding.price, shares: count }), den: whole };
};

const sharesMoved = (asked: ResolvedDirective, from: Shares, to: Shares, situation: Situation): Ratio | undefined =>
  weightOf((from > to ? from - to : to - from) as Shares, asked, situation);

/** One change of an instruction, or nothing where it is proposed as it was asked. */
const changeOf = (
  asked: ResolvedDirective,
  now: ResolvedDirective | undefined,
  situation: Situation,
): readonly CounterChange[] => {
  const { directive, subject, target } = asked;
  const line = { subject, place: directive.place, text: directive.text };
  if (now === undefined)
    return [{ kind: 'drop', ...line, asked: target, stays: asked.current, moved: distance(target, asked.current) }];
  if (now.directive === directive || aimKey(now.directive) === aimKey(directive)) return [];
  const [from, to] = [countOf(directive, situation), countOf(now.directive, situation)];
  const moved = distance(target, now.target);
  if (from === undefined || to === undefined)
    return [{ kind: 'target', ...line, asked: target, proposed: now.target, moved }];
  return [
    { kind: 'shares', ...line, asked: from, proposed: to, moved: sharesMoved(asked, from, to, situation) ?? moved },
  ];
};

/** The choice of one line among those that contradict each other: it goes as far as the others are from it. */
const choicesOf = (situation: Situation, { asked }: Variant): readonly CounterChange[] => {
  const { directives, contested = [] } = situation.sources;
  return [...asked.values()].flatMap((chosen): readonly CounterChange[] => {
    const all = [...directives, ...contested].filter(({ id }) => id === chosen.id);
    if (all.length < 2) return [];
    const targets = all.map((one) => resolvedById([one], situation).get(one.id)?.target ?? ZERO);
    const proposed = targets[all.indexOf(chosen)] ?? ZERO;
    const subject = resolvedById([chosen], situation).get(chosen.id)?.subject ?? '';
    const moved = sum(targets.map((target) => distance(target, proposed)));
    return [{ kind: 'choose', subject, place: chosen.place, text: chosen.text, proposed, moved }];
  });
};

/** Everything that a variant changes in what was asked, in the order of the document. */
export const changesOf = (
  situation: Situation,
  variant: Variant,
  now: ReadonlyMap<string, ResolvedDirective>,
): readonly CounterChange[] => {
  const asked = resolvedById(variant.asked.values(), situation);
  return [
    ...choicesOf(situation, variant),
    ...[...asked].flatMap(([id, one]) => changeOf(one, now.get(id), situation)),
    ...situation.unclear.map(({ place, text, reason = '' }): CounterChange => ({
      kind: 'leave-out',
      subject: '',
      place,
      text,
      reason,
      moved: ZERO,
    })),
  ].sort((a, b) => comparePlaces(a.place, b.place));
};

/** How far changes go from what was asked, all together. */
export const movedBy = (changes: readonly CounterChange[]): Ratio => sum(changes.map(({ moved }) => moved));
