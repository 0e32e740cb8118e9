/** The least of some values between two places; undefined where there is none. */
export type LeastIn = (from: number, to: number) => bigint | undefined;

type Maybe = bigint | undefined;

const lesser = (a: Maybe, b: Maybe): Maybe => (a === undefined || (b !== undefined && b < a) ? b : a);

const running = (values: readonly Maybe[]): readonly Maybe[] => {
  let least: Maybe;
  return values.map((value) => (least = lesser(least, value)));
};

/**
 * Prepares to tell the least value from the start up to a place, or from a place to the end, without looking at the values
 * again. Only between two orders of one ticker, which no generated plan has, they are looked at.
 */
export const leastIn = (values: readonly Maybe[]): LeastIn => {
  const fromStart = running(values);
  const fromEnd = [...running([...values].reverse())].reverse();
  return (from, to) => {
    if (from >= to) return undefined;
    if (from === 0) return fromStart[to - 1];
    return to === values.length ? fromEnd[from] : running(values.slice(from, to)).at(-1);
  };
};
