/**
 * True where one number is the other with two neighbouring digits exchanged (a point between them does not count), as
 * people type them: 104.53 and 104.35.
 */
export const areDigitsSwapped = (a: string, b: string): boolean => {
  const [left, right] = [a.replace('.', ''), b.replace('.', '')];
  if (left.length !== right.length || a.indexOf('.') !== b.indexOf('.')) return false;
  const differing = Array.from(left).flatMap((digit, at) => (digit === right[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  return (
    differing.length === 2 && second === first + 1 && left[first] === right[second] && left[second] === right[first]
  );
};
