// What the compiled templates are made of (scripts/build.mjs writes the calls).

type Fields = Readonly<Record<string, unknown>>;

/** The field of a view, or undefined where it has none: what a condition asks for. */
export const field = (of: unknown, name: string): unknown => {
  if (of === undefined || of === null) throw new Error(`There is nothing that could have “${name}”.`);
  return Object.hasOwn(of, name) ? (of as Fields)[name] : undefined;
};

/** The field of a view, which must have it: what is printed. */
export const need = (of: unknown, name: string): unknown => {
  if (of === undefined || of === null || !Object.hasOwn(of, name)) throw new Error(`“${name}” is missing.`);
  return (of as Fields)[name];
};

/** What a condition takes for yes: neither nothing nor zero nor an empty text or list. */
export const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** A value as it is printed. */
export const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value as string));

/** Repeats a piece of a template for each item of a list; without a list, not at all. */
export const each = (list: unknown, piece: (item: unknown, index: number) => string): string =>
  Array.isArray(list) ? list.map(piece).join('') : '';
