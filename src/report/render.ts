/// <reference types="handlebars" />
import Handlebars from 'handlebars/runtime.js';
import { templates } from './compiled-templates.js';

/** What a template is filled with. */
export type View = object;

const handlebars = Handlebars.create();
const ready = new Map<string, HandlebarsTemplateDelegate>();

for (const [name, specification] of Object.entries(templates)) {
  if (name.startsWith('partials/'))
    handlebars.registerPartial(name.slice('partials/'.length), handlebars.template(specification));
}

const prepare = (name: string): HandlebarsTemplateDelegate => {
  const specification = hasTemplate(name) ? templates[name] : undefined;
  if (specification === undefined)
    throw new Error(`There are no words for "${name}": templates/${name}.hbs is missing.`);
  const prepared = handlebars.template(specification);
  ready.set(name, prepared);
  return prepared;
};

/** Whether templates/<name>.hbs exists. */
export const hasTemplate = (name: string): boolean => Object.hasOwn(templates, name);

/** Fills a template. Values are printed as they are: whoever makes the view escapes what came from a document. */
export const render = (name: string, view: View): string => (ready.get(name) ?? prepare(name))(view);
