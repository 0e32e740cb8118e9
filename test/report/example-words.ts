// Words for the codes that the examples use, so that these tests do not depend on the words of the other rooms.
type Words = (detail: Readonly<Record<string, string>>) => string;

const WORDS: Readonly<Record<string, Words>> = {
  'issues/example': ({ what, text, other }) =>
    `is: ${what} says ${text}.\nshould: It should say ${other}.\ndo: Correct ${what}.`,
  'phrases/why-example': ({ sector }) => `sized by the example for ${sector}`,
  'phrases/unfilled-example': ({ value, subject }) => `${value} of ${subject} could not be filled`,
  'phrases/suppressed-example': ({ side, ticker, value }) => `${side} ${ticker} for ${value} was too small`,
  'phrases/rejected-example': ({ ticker, why }) => `${ticker} may not be bought: ${why}`,
  'phrases/line-example': () => 'only an example',
};

/** The templates of the program, and the words of the examples. */
export const withExampleWords = async (
  original: () => Promise<{ templates: object }>,
): Promise<{ templates: object }> => {
  const { templates } = await original();
  return { templates: { ...templates, ...WORDS } };
};
