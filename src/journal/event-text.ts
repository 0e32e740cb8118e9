import type { JournalEvent } from '../model/event.ts';
import type { ReportedFill } from '../model/fill.ts';
import { fillKeys, fillRecord } from '../model/fill-record.ts';
import { eventShape } from './event-shape.ts';

type Json = Readonly<Record<string, unknown>>;

const placeJson = (place: ReportedFill['place']): Json | undefined =>
  place && { file: place.file, line: place.line, column: place.column };

const changeJson = ({ before, after, edits }: Extract<JournalEvent, { kind: 'edited' }>['document']): Json => ({
  before,
  after,
  edits: edits.map(({ line, removed, added }) => ({ line, removed, added })),
});

/** What happened, in the order of its keys in the file. */
const happeningJson = (event: JournalEvent): Json => {
  switch (event.kind) {
    case 'adopted':
    case 'edited':
      return { document: changeJson(event.document) };
    case 'filled':
      return { fill: fillRecord(event.fill), document: changeJson(event.document) };
    case 'quarantined': {
      const { plan, reported, reason, detail } = event;
      return { plan, reported: { ...fillKeys(reported), place: placeJson(reported.place) }, reason, detail };
    }
    case 'recorded': {
      const { of, reason, fill, document } = event;
      return { of, reason, fill: fillRecord(fill), document: changeJson(document) };
    }
    case 'dismissed':
      return { of: event.of, reason: event.reason };
    case 'approved': {
      const { plan, planSha256, by, reason, excepted, until } = event;
      const breaches = excepted.map(({ code, subject }) => ({ code, subject }));
      return { plan, plan_sha256: planSha256, by, reason, excepted: breaches, until };
    }
    case 'rejected':
      return { plan: event.plan, by: event.by, reason: event.reason };
  }
};

/** The text of an event's file: JSON for people, amounts as exact decimals; the same event always in the same bytes. */
export const printEvent = (event: JournalEvent): string => {
  const { seq, previous, at, kind } = event;
  const json = { schema: 'po.event/1', seq, previous, at, kind, ...happeningJson(event) };
  return `${JSON.stringify(json, undefined, 2)}\n`;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * The event that a text says. Undefined for every text that `printEvent` would not have written, byte for byte: other
 * keys, keys given twice, other types, other spellings of a number.
 */
export const readEvent = (text: string): JournalEvent | undefined => {
  const { data } = eventShape().safeParse(parsed(text));
  if (data === undefined) return undefined;
  const { schema: _schema, ...said } = data;
  const event: JournalEvent = said.kind === 'approved' ? approvalOf(said) : said;
  return printEvent(event) === text ? event : undefined;
};

/** The one key that is spelt otherwise in the file. */
const approvalOf = <T extends { readonly plan_sha256: string }>({ plan_sha256: planSha256, ...said }: T) => ({
  ...said,
  planSha256,
});
