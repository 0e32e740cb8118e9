/** What a subject needs, and its name. */
export interface Need {
  readonly subject: string;
  readonly need: bigint;
}

/** The largest need, and the largest of another subject: so that the most that others need is known for every subject. */
export interface Foremost {
  readonly first?: Need;
  readonly second?: Need;
}

/** The foremost of some needs; of subjects that need nothing (undefined) there is nothing to say. */
export const foremostOf = (needs: Iterable<Need>): Foremost => {
  let first: Need | undefined;
  let second: Need | undefined;
  for (const one of needs) {
    if (first === undefined || one.need > first.need) [first, second] = [one, first];
    else if (second === undefined || one.need > second.need) second = one;
  }
  return { ...(first === undefined ? {} : { first }), ...(second === undefined ? {} : { second }) };
};

/** The most that any subject besides one needs. */
export const mostBesides = ({ first, second }: Foremost, subject: string): bigint | undefined =>
  (first?.subject === subject ? second : first)?.need;
