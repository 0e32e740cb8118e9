/**
 * Makes something of an object only once, however many documents ask for it. For what is never changed after it was
 * made, such as a recommendation: its reasons, its orders and its tables stand in several files.
 */
export const oncePer = <K extends object, V>(make: (from: K) => V): ((from: K) => V) => {
  const made = new WeakMap<K, { readonly value: V }>();
  return (from) => {
    const known = made.get(from) ?? { value: make(from) };
    made.set(from, known);
    return known.value;
  };
};
