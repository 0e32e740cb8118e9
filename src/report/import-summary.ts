import { dollarText } from '../model/figures.ts';
import { terminalText } from './escape.ts';
import { importedTotal, type PortfolioWriting } from './portfolio-document.ts';
import { say } from './say.ts';

/** What was imported, where it was written, and what the person does next. */
export const importSummary = ({ account, asOf, sectors }: PortfolioWriting, out: string): string =>
  `${say('summary/import', {
    out: terminalText(out),
    title: account.title,
    holdings: account.positions.length,
    one: account.positions.length === 1,
    cash: dollarText(account.cash),
    total: dollarText(importedTotal(account)),
    asOf,
    left: account.leftOut.length,
    complete: account.positions.every(({ ticker }) => sectors.has(ticker)),
  })}\n`;
