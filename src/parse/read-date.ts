import { plainText } from './plain-text.ts';

/** What a text says where a date is expected: a day that exists (ISO), one that does not, or no date at all. */
export type DateReading =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'impossible'; readonly text: string }
  | { readonly kind: 'absent' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ISO = /\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`, 'i');
const US = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/;

const monthOf = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const dayOf = (text: string, year: number, month: number, day: number): DateReading => {
  const exists = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!exists) return { kind: 'impossible', text };
  const two = (part: number): string => String(part).padStart(2, '0');
  return { kind: 'day', day: `${String(year)}-${two(month)}-${two(day)}` };
};

interface Found {
  readonly at: number;
  readonly reading: DateReading;
}

const found = (
  text: string,
  shape: RegExp,
  order: (a: string, b: string, c: string) => readonly [number, number, number],
): Found[] => {
  const match = shape.exec(text);
  if (!match) return [];
  const [year, month, day] = order(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  return [{ at: match.index, reading: dayOf(match[0], year, month, day) }];
};

/** The first date of a text: ISO, "January 8, 2026", "8 January 2026", or US `1/8/2026`. A time of day is left out. */
export const readDate = (source: string): DateReading => {
  const text = plainText(source.slice(0, 400));
  const iso = found(text, ISO, (a, b, c) => [Number(a), Number(b), Number(c)]);
  if (iso[0]?.at === 0) return iso[0].reading;
  const all = [
    ...iso,
    ...found(text, MONTH_FIRST, (a, b, c) => [Number(c), monthOf(a), Number(b)]),
    ...found(text, DAY_FIRST, (a, b, c) => [Number(c), monthOf(b), Number(a)]),
    ...found(text, US, (a, b, c) => [Number(c), Number(a), Number(b)]),
  ];
  return all.sort((a, b) => a.at - b.at)[0]?.reading ?? { kind: 'absent' };
};
