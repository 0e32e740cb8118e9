/** Makes something when it is first asked for: a shape costs more to build than most files cost to read. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
