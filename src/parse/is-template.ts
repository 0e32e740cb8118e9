const BRACKETS =
  /\[(?:[a-z _/#]*(?:symbol|ticker|company|name|sector|amount|price|value|shares?|qty|quantity|date|percent|number|insert|your)[a-z _/#]*|x{2,})\]|\{\{[^}]*\}\}/i;
const CROSSES = /<[A-Z_]{3,}>|\$\s?X+(?:[,.]X+)*\b|\bX+[,.]X+\b|\bX+(?:\.X+)?\s?%/;

/** True for a text that still has the blanks of a form in it: `[SYMBOL]`, `$X,XXX`, `XX%`, `{{price}}`. */
export const isTemplate = (text: string): boolean => BRACKETS.test(text) || CROSSES.test(text);
