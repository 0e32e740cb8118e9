import type { ResolvedDirective } from '../model/directive.ts';
import type { Holding, Portfolio } from '../model/portfolio.ts';

const NEW = /^\W*(?:initiate|open)\b|\bnew (?:position|holding|stake|name|buy|purchase)\b/i;

/** The position that an instruction to buy takes for a new one: "from 0%", "initiate", "new position". */
export const heldAsNew = ({ directive }: ResolvedDirective, { holdings }: Portfolio): Holding | undefined => {
  if (directive.kind !== 'ticker' || !['increase', 'set'].includes(directive.direction)) return undefined;
  if (directive.from?.value !== 0n && !NEW.test(directive.text)) return undefined;
  return holdings.find(({ ticker, shares }) => ticker === directive.ticker && shares > 0n);
};
