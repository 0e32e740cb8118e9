import type { Issue } from '../model/issue.ts';
import { firstDifference } from './first-difference.ts';
import { LATER_FILES } from './later-files.ts';

/** How the files of a plan's folder compare with those that its inputs give. */
export interface Comparison {
  readonly identical: readonly string[];
  readonly different: readonly string[];
  readonly missing: readonly string[];
  readonly additional: readonly string[];
}

type Recorded = ReadonlyMap<string, Buffer>;
type Computed = ReadonlyMap<string, string>;

/** plan.json first: where it differs the other files do so for its reasons. */
const inOrder = (computed: Computed): readonly string[] => [
  'plan.json',
  ...[...computed.keys()].filter((name) => name !== 'plan.json'),
];

/** Compares byte for byte. */
export const compareRecord = (recorded: Recorded, computed: Computed): Comparison => {
  const names = inOrder(computed);
  const isSame = (name: string): boolean => recorded.get(name)?.equals(Buffer.from(computed.get(name) ?? '')) === true;
  return {
    identical: names.filter(isSame),
    different: names.filter((name) => recorded.has(name) && !isSame(name)),
    missing: names.filter((name) => !recorded.has(name)),
    additional: [...recorded.keys()].filter((name) => !computed.has(name) && !LATER_FILES.has(name)),
  };
};

/** What there is to say about a comparison: the first difference in full, the rest by name. `label` says how a file is shown. */
export const comparisonIssues = (
  { different, missing, additional }: Comparison,
  recorded: Recorded,
  computed: Computed,
  label: (name: string) => string,
): readonly Issue[] => {
  const issue = (code: string, detail: Issue['detail']): Issue => ({ code, level: 'unusable', detail });
  const [first, ...others] = different;
  const found =
    first === undefined
      ? undefined
      : firstDifference(recorded.get(first) ?? Buffer.of(), Buffer.from(computed.get(first) ?? ''));
  const place = found && { file: label(first ?? ''), line: found.line, column: found.column };
  return [
    ...(found === undefined || place === undefined
      ? []
      : [
          {
            ...issue('replay-differs', {
              recorded: found.recorded,
              computed: found.computed,
              others: others.join(', '),
            }),
            place,
          },
        ]),
    ...missing.map((name) => issue('replay-file-missing', { path: label(name) })),
    ...additional.map((name) => issue('replay-file-additional', { path: label(name) })),
  ];
};
