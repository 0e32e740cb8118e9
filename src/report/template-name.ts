/** The spelling of a key of the config or of a finding in the name of a template: `sector_cap` → `sector-cap`. */
export const templateName = (key: string): string => key.replaceAll('_', '-').toLowerCase();
