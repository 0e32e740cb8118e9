/** One of those among whom an amount is shared: how far it is off, how much it can take, and the least that is worth giving. */
export interface Part {
  /** Cents by which it is off; the larger, the sooner it gets something. */
  readonly gap: bigint;
  /** The most that it can take. */
  readonly room: bigint;
  /** It gets at least so much, or nothing. */
  readonly least: bigint;
}

const between = (value: bigint, low: bigint, high: bigint): bigint => (value < low ? low : value > high ? high : value);

const takenAt = ({ gap, room }: Part, level: bigint): bigint => between(gap - level, 0n, room);

const sumAt = (parts: readonly Part[], level: bigint): bigint =>
  parts.reduce((sum, part) => sum + takenAt(part, level), 0n);

const largest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b), 0n);

/** The lowest level, not below `lowest`, at which the parts take at most the amount. */
const levelFor = (parts: readonly Part[], amount: bigint, lowest: bigint): bigint => {
  let [low, high] = [lowest, largest([lowest, ...parts.map(({ gap }) => gap)])];
  while (low < high) {
    const middle = low + (high - low) / 2n;
    if (sumAt(parts, middle) <= amount) high = middle;
    else low = middle + 1n;
  }
  return low;
};

/** The parts at this level, and cent by cent to the first ones what is still missing to the amount. */
const sharedAt = (parts: readonly Part[], amount: bigint, level: bigint): readonly bigint[] => {
  let left = amount - sumAt(parts, level);
  return parts.map((part) => {
    const taken = takenAt(part, level);
    const more = left > 0n && takenAt(part, level - 1n) > taken ? 1n : 0n;
    left -= more;
    return taken + more;
  });
};

/** The part that is given up first: of those that would get too little, the one that is off the least; the last of equal ones. */
const givenUp = (parts: readonly Part[], shares: readonly bigint[]): number => {
  let found = -1;
  for (const [at, { gap, least }] of parts.entries()) {
    const share = shares[at] ?? 0n;
    const isTooLittle = share > 0n && share < least;
    if (isTooLittle && (found < 0 || gap <= (parts[found]?.gap ?? 0n))) found = at;
  }
  return found;
};

/**
 * Shares an amount out so that the largest gap that is left is as small as it can be: the one that is off the most comes first, until
 * it is off no more than the next. Nobody gets more than its room, or more than its gap where gaps may not be overdone;
 * nobody gets less than what is worth giving, the others get it instead. In cents, to the cent; what nobody can take stays.
 */
export const level = (parts: readonly Part[], amount: bigint, overdo: boolean): readonly bigint[] => {
  const lowest = overdo ? -largest(parts.map(({ gap, room }) => (room > gap ? room - gap : 0n))) : 0n;
  const open = parts.map(({ gap, room, least }) => ({ gap, room: room < least ? 0n : room, least }));
  for (;;) {
    const at = levelFor(open, amount, lowest);
    const shares = at > lowest ? sharedAt(open, amount, at) : open.map((part) => takenAt(part, at));
    const out = givenUp(open, shares);
    const only = open[out];
    if (only === undefined) return shares;
    open[out] = { ...only, room: 0n };
  }
};
