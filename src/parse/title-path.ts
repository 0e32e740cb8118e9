import type { Section } from './outline.ts';

/** The headings that a section stands under, its own first. */
export const titlePath = (section: Section): readonly string[] => {
  const titles: string[] = [];
  for (let at: Section | undefined = section; at; at = at.parent) titles.push(at.title);
  return titles;
};
