import { isAmendment } from './amendments.ts';
import type { Outline, Section } from './outline.ts';

const ACTION =
  /\b(?:action plan|actions?(?: items| required| steps)?$|rebalanc\w*|sector targets?|target (?:allocations?|weights?)|current (?:vs\.?|versus|and|→) target|(?:recommended|proposed|suggested|planned|required|immediate|priority) (?:targets?|actions?|trades?|allocations?|changes?|weights?)|(?:targets?|actions?|trades?) (?:recommended|proposed|required)|trades?$|trade (?:plan|list)|recommendations?$|orders? to place)/i;
const CLOSING =
  /\b(?:risks?|rationale|reasons?|reasoning|notes?|escalation|disclaimers?|background|commentary|caveats?|assumptions?|methodology|history|appendix|monitoring|alternatives?|scenarios?|why|constraints?|compliance|expected (?:results?|outcome)|outcome|review|triggers?|sources?|glossary)\b/i;

const isTitle = (section: Section, first: Section | undefined): boolean => section === first && section.depth === 1;

const marked = (sections: readonly Section[], skip: Section | undefined): Set<Section> => {
  const action = new Set<Section>();
  for (const section of sections) {
    if (section.depth > 0 && CLOSING.test(section.title)) continue;
    const titled = section.heading !== undefined && ACTION.test(section.title.replace(/[:.\s]+$/, ''));
    const own = section !== skip && (titled || isAmendment(section));
    if (own || (section.parent && action.has(section.parent))) action.add(section);
  }
  return action;
};

/**
 * The sections whose lines are meant as instructions: those with a heading such as "Action Plan", and what stands under
 * it, except parts that explain (risk, rationale, notes …). The title of the document counts only if nothing else does.
 */
export const actionSections = (outline: Outline): ReadonlySet<Section> => {
  const headed = outline.sections.filter((section) => section.depth > 0);
  const title = headed.find((section) => isTitle(section, headed[0]));
  const action = marked(outline.sections, title);
  return action.size > 0 || !title ? action : marked(outline.sections, undefined);
};
