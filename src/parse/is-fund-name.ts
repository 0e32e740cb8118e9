const FUND = /\b(?:etf|etn|funds?|trust|covered|buy-?write)\b/i;

/** True for the name of a fund; funds that write options say “call” or “put” in it and are no options. */
export const isFundName = (name: string): boolean => FUND.test(name);
