/** Plain order of code units, the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One comparison, and where it finds no difference the next. */
export const thenBy = (first: number, next: number): number => (first === 0 ? next : first);
