import { dollarText, priceText, sharesText } from '../model/figures.ts';
import type { Fill, ReportedFill } from '../model/fill.ts';
import type { Issue } from '../model/issue.ts';
import { isRowId } from '../parse/row-id.ts';
import type { Books, Matched } from './5-books.ts';

type Told = Fill | ReportedFill;

/** What both say, as text; what only one of them says is no difference. */
const FIELDS: readonly (readonly [string, (fill: Told) => string | undefined])[] = [
  ['side', ({ side }) => side],
  ['ticker', ({ ticker }) => ticker],
  ['shares', ({ shares }) => sharesText(shares)],
  ['price', ({ price }) => priceText(price)],
  ['fees', ({ fees }) => dollarText(fees)],
  ['time', ({ at }) => at],
  ['order', ({ order }) => (order === undefined ? undefined : String(order))],
];

/** The fields in which a report differs from what is recorded under the same name, in words. */
export const differences = (reported: ReportedFill, recorded: Told): readonly string[] =>
  FIELDS.flatMap(([name, textOf]) => {
    const [says, said] = [textOf(reported), textOf(recorded)];
    return says === undefined || said === undefined || says === said ? [] : [`${name} ${says} (recorded: ${said})`];
  });

/** The recorded fill that the broker's name of a report belongs to. */
export const recordedUnder = ({ id }: ReportedFill, { fills }: Books): Fill | undefined =>
  id === undefined ? undefined : fills.find((fill) => fill.id === id);

/** The report contradicts what is recorded under its name. */
export const idDiffers = (reported: ReportedFill, fields: readonly string[]): Issue => ({
  code: 'fill-id-differs',
  level: 'unusable',
  subject: reported.ticker,
  detail: { id: reported.id ?? '', fields, text: reported.text },
  ...(reported.place === undefined ? {} : { place: reported.place }),
});

/** Nothing that either says is different, and both say the same things. */
const isSame = (a: Told, b: Told): boolean =>
  a.id === b.id && a.at === b.at && a.order === b.order && differences(a, b).length === 0;

/**
 * The same report lies in quarantine. One that was dismissed is known by its name only: without a name a person may
 * report anew what is true after all.
 */
export const isQuarantined = (reported: ReportedFill, { quarantined }: Books): boolean =>
  quarantined.some((one) => isSame(reported, one.reported) && (!one.dismissed || reported.id !== undefined));

/** A time that both may mean: a report without one may mean any, a day any time on it. */
const mayBeThen = (reported: string | undefined, recorded: string | undefined): boolean =>
  reported === undefined ||
  (recorded !== undefined && (recorded.startsWith(reported) || reported.startsWith(recorded)));

/**
 * A recorded fill of the same order with the same shares and price that may be the same one. A report without a name may
 * be any whose time it does not contradict. The name of a row tells it from other rows only: it may be any fill of its
 * day that was reported otherwise.
 */
export const mayBeSame = ({ reported, order, books }: Matched): Fill | undefined =>
  books.fills.find((fill) => {
    const equal = fill.shares === reported.shares && fill.price === reported.price;
    if (fill.plan !== books.plan || fill.order !== order.seq || !equal) return false;
    if (reported.id === undefined) return mayBeThen(reported.at, fill.at);
    if (!isRowId(reported.id) || (fill.id !== undefined && isRowId(fill.id))) return false;
    return fill.at === undefined || mayBeThen(reported.at, fill.at);
  });
