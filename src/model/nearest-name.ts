const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The name that a person probably meant: at most two letters away, and fewer than a third of its letters. */
export const nearestName = (text: string, names: Iterable<string>): string | undefined => {
  const wanted = text.trim().toLowerCase();
  if (wanted.length > 40) return undefined;
  let best: { name: string; away: number } | undefined;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > 2) continue;
    const away = distance(wanted, name.toLowerCase());
    if (away <= 2 && away * 3 < name.length && (best === undefined || away < best.away)) best = { name, away };
  }
  return best?.name;
};
