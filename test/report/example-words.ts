// Words for the codes that the examples use, so that these tests do not depend on the words of the other rooms.
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';

const WORDS: Readonly<Record<string, string>> = {
  'issues/example': 'is: {{what}} says {{text}}.\nshould: It should say {{other}}.\ndo: Correct {{what}}.',
  'phrases/why-example': 'sized by the example for {{sector}}',
  'phrases/unfilled-example': '{{value}} of {{subject}} could not be filled',
  'phrases/suppressed-example': '{{side}} {{ticker}} for {{value}} was too small',
  'phrases/rejected-example': '{{ticker}} may not be bought: {{why}}',
  'phrases/line-example': 'only an example',
};

const compiled = (text: string): unknown =>
  runInThisContext(`(${Handlebars.precompile(text, { strict: true, noEscape: true }) as string})`);

/** The templates of the program, and the words of the examples. */
export const withExampleWords = async (
  original: () => Promise<{ templates: object }>,
): Promise<{ templates: object }> => {
  const { templates } = await original();
  const own = Object.fromEntries(Object.entries(WORDS).map(([name, text]) => [name, compiled(text)]));
  return { templates: { ...templates, ...own } };
};
