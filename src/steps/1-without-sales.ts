import type { ResolvedDirective } from '../model/directive.ts';
import type { Unfilled } from '../model/trade.ts';
import { addCents, type Cents } from '../model/units.ts';
import { chooseSells } from './1a-choose-sells.ts';
import { withDirectives } from './1-sector-aims.ts';
import type { Ground } from './ground.ts';

const NOTHING = 0n as Cents;

/** What the sales would have brought, a line for each instruction that asks for them. */
const withheld = (ground: Ground): readonly Unfilled[] => {
  const values = new Map<string, Cents>();
  for (const { directive, value } of chooseSells(ground).orders)
    values.set(directive, addCents(values.get(directive) ?? NOTHING, value));
  return ground.directives.flatMap(({ directive: { id }, subject }) => {
    const value = values.get(id) ?? NOTHING;
    return value > 0n ? [{ subject, directive: id, value, reason: 'no-sell' }] : [];
  });
};

const unlessSale = (resolved: ResolvedDirective): ResolvedDirective =>
  resolved.action === 'SELL' ? { ...resolved, action: 'HOLD', change: NOTHING } : resolved;

/** Nothing is sold; what the sales would have brought is told. */
export const withoutSales = (ground: Ground): { readonly ground: Ground; readonly unfilled: readonly Unfilled[] } => ({
  ground: withDirectives(ground, ground.directives.map(unlessSale)),
  unfilled: withheld(ground),
});
