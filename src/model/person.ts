/** Whether two names mean one person: spaces around them and capitals make no difference. */
export const samePerson = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
