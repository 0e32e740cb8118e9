import { readDecimal, SCALE, type Cents, type Exact, type Pct, type Price, type Shares } from '../model/units.ts';
import { bareText } from './bare-text.ts';

/** Why a text that should be a number is refused; each is also the code of an issue. */
export type NumberFault =
  'decimal-comma' | 'foreign-currency' | 'too-many-digits' | 'number-too-large' | 'number-unreadable';

/** What a text says where a number is expected. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T; readonly approximate: boolean }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly code: NumberFault };

type Kind = 'money' | 'pct' | 'count';

const ABSENT = /^(?:|[-–—]+|n\/?a\.?|n\.a\.|unavailable|not available|none|null|unknown|tbd|\.{2,}|…|\?+)$/i;
const APPROXIMATE = /^(?:[~≈]|approx(?:imately|\.)?|about|around|roughly|circa|ca\.)\s*/i;
const FOREIGN =
  /[€£¥₹₽₩₺₿¢₴₫฿]|\b(?:EUR|GBP|GBX|JPY|CHF|CAD|AUD|HKD|CNY|RMB|INR|SEK|NOK|DKK|NZD|SGD|MXN|BRL|ZAR|KRW|PLN|TRY|ILS|TWD|BTC|ETH|USDT|USDC)\b|\b(?:C|CA|CDN|A|AU|HK|NZ|S|R|NT|MX)\$/i;
const SHAPE =
  /^(\()?\s?([+-])?\s?(US\$|USD|\$)?\s?([+-])?\s?([\d.,' ]*\d[\d.,]*)\s?(thousand|million|billion|trillion|mm|mn|bn|k|m|b|t)?\s?(%|percent|pct|USD|shares|share|shs|sh|units)?\s?(\))?$/i;
const SIMPLE = /^([+-])?(\$)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%)?$/;
const POWERS: Readonly<Record<string, number>> = {
  '': 0,
  k: 3,
  thousand: 3,
  m: 6,
  mm: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  trillion: 12,
};
const LARGEST = 10n ** 12n;
const DIGITS = 15;

/** Digits as written by a US hand: groups of three or none, a point before the decimals. */
const plainDigits = (written: string): { readonly digits: string } | { readonly fault: NumberFault } => {
  const text = written.trim();
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return { digits: text.replaceAll(',', '') };
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(text)) return { digits: text };
  const european = /^\d{1,3}(?:[.' ]\d{3})+,\d*$|^\d*,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/.test(text);
  return { fault: european ? 'decimal-comma' : 'number-unreadable' };
};

/** How many digits tell something; a text that is not even so long has not more. */
const significant = (digits: string): number => {
  if (digits.length <= DIGITS) return digits.length;
  const [whole = '', fraction = ''] = digits.split('.');
  return `${whole}${fraction.replace(/0+$/, '')}`.replace(/^0+/, '').length;
};

/** Which marks around the digits go with what is expected. */
const fits = (kind: Kind, currency: string, suffix: string, tail: string): boolean => {
  if (kind === 'money') return tail === '' || tail.toLowerCase() === 'usd';
  if (currency !== '') return false;
  if (kind === 'pct') return suffix === '' && (tail === '' || /^(?:%|percent|pct)$/i.test(tail));
  return tail === '' || (/^s|^u/i.test(tail) && !/usd/i.test(tail));
};

const refused = (code: NumberFault): { readonly kind: 'refused'; readonly code: NumberFault } => ({
  kind: 'refused',
  code,
});

const amount = (written: string, suffix: string, places: number, negative: boolean): Reading<bigint> => {
  const plain = plainDigits(written);
  if ('fault' in plain) return refused(plain.fault);
  if (significant(plain.digits) > DIGITS) return refused('too-many-digits');
  const power = POWERS[suffix.toLowerCase()] ?? 0;
  const value = readDecimal(plain.digits, places + power);
  if (value === undefined) return refused('too-many-digits');
  if (value > LARGEST * 10n ** BigInt(places)) return refused('number-too-large');
  return { kind: 'value', value: negative ? -value : value, approximate: false };
};

/** A figure as most are written: `$1,234.56`, `+7.3%`, `320`; no value where anything else needs looking at. */
const simple = (source: string, kind: Kind, places: number): Reading<bigint> | undefined => {
  const match = source.length > 24 ? null : SIMPLE.exec(source);
  if (!match) return undefined;
  const [, sign, currency = '', written = '', tail = ''] = match;
  if (!fits(kind, currency, '', tail) || (kind === 'pct' && written.includes(','))) return undefined;
  return amount(written, '', places, sign === '-');
};

const read = (source: string, kind: Kind, places: number): Reading<bigint> => {
  const early = simple(source, kind, places);
  if (early) return early;
  if (source.length > 400) return refused('number-unreadable');
  const whole = bareText(source);
  if (ABSENT.test(whole)) return { kind: 'absent' };
  if (FOREIGN.test(whole)) return refused('foreign-currency');
  const text = whole.replace(APPROXIMATE, '');
  if (/^[-+$(]*\d{25,}/.test(text)) return refused('too-many-digits');
  const match = text.length > 80 ? null : SHAPE.exec(text);
  if (!match) return refused('number-unreadable');
  const [, open, before, currency = '', after, written = '', suffix = '', tail = '', close] = match;
  const oneSign = before === undefined || after === undefined;
  if ((open === undefined) !== (close === undefined) || !oneSign) return refused('number-unreadable');
  if (!fits(kind, currency, suffix, tail)) return refused('number-unreadable');
  // "12,345 %" is a European 12.345 % more often than twelve thousand percent: never guessed.
  if (kind === 'pct' && /^\d{1,3},\d{3}$/.test(written.trim())) return refused('decimal-comma');
  const negative = open !== undefined || (before ?? after) === '-';
  const reading = amount(written, suffix, places, negative);
  return reading.kind === 'value' ? { ...reading, approximate: text !== whole } : reading;
};

/** An amount of dollars: `$1,234.56`, `1.2K`, `-$93.40`, `($93.40)`. */
export const readMoney = (text: string): Reading<Cents> => read(text, 'money', SCALE.cents) as Reading<Cents>;

/** A price of one share, with up to four decimals. */
export const readPrice = (text: string): Reading<Price> => read(text, 'money', SCALE.price) as Reading<Price>;

/** A percentage, with or without its sign: `46.8%`, `+7.3 %`, `12.5`. */
export const readPct = (text: string): Reading<Pct> => read(text, 'pct', SCALE.pct) as Reading<Pct>;

/** A number of shares, with up to six decimals. */
export const readShares = (text: string): Reading<Shares> => read(text, 'count', SCALE.shares) as Reading<Shares>;

/** An amount of dollars with up to ten decimals, as the exports of brokers carry them: `38502.9947`. */
export const readExact = (text: string): Reading<Exact> => read(text, 'money', 10) as Reading<Exact>;
