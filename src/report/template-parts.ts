// What the compiled templates are made of: scripts/build.mjs writes the imports and the calls, hence `@public`.

type Fields = Readonly<Record<string, unknown>>;

/**
 * The field of a view, or undefined where it has none: what a condition asks for.
 * @public
 */
export const field = (of: unknown, name: string): unknown => {
  if (of === undefined || of === null) throw new Error(`There is nothing that could have “${name}”.`);
  return Object.hasOwn(of, name) ? (of as Fields)[name] : undefined;
};

/**
 * The field of a view, which must have it: what is printed.
 * @public
 */
export const need = (of: unknown, name: string): unknown => {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, name)) throw new Error(`“${name}” is missing.`);
  return (of as Fields)[name];
};

/**
 * What a condition takes for yes: neither nothing nor zero nor an empty text or list.
 * @public
 */
export const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/**
 * A value as it is printed.
 * @public
 */
export const text = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : (value as number | boolean).toString();
};

/**
 * Repeats a piece of a template for each item of a list; where there is no list, not at all.
 * @public
 */
export const each = (list: unknown, piece: (item: unknown, index: number) => string): string => {
  if (Array.isArray(list)) return list.map(piece).join('');
  if (typeof list === 'object' && list !== null) throw new Error('Only a list can be repeated.');
  return '';
};
