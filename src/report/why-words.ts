import type { Trade } from '../model/trade.ts';
import { oncePer } from './once-per.ts';
import { say } from './say.ts';

/** The rule that sized an order, in words. */
export const whyWords = oncePer(({ why }: Pick<Trade, 'why'>): string => say(`phrases/why-${why.rule}`, why.detail));
