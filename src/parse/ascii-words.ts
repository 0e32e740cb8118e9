/** The runs of letters, digits and `_` in a text, in lower case: what `\b…\b` finds, at a fraction of its price. */
export const asciiWords = (text: string): readonly string[] => text.toLowerCase().split(/[^a-z0-9_]+/);
