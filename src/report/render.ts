import { templates } from './compiled-templates.js';

/** What a template is filled with. */
export type View = object;

/** Whether templates/<name>.hbs exists. */
const hasTemplate = (name: string): boolean => Object.hasOwn(templates, name);

const filled = (name: string, view: View): string => {
  const template = hasTemplate(name) ? templates[name] : undefined;
  if (template === undefined) throw new Error('There are no such words.');
  return template(view);
};

/** Fills a template. Values are printed as they are: whoever makes the view escapes what came from a document. */
export const render = (name: string, view: View): string => {
  try {
    return filled(name, view);
  } catch (error) {
    throw new Error(`templates/${name}.hbs: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
};
