/** What the last line of the document says: how far of the record it tells, and the digest of that event's bytes. */
export interface Anchor {
  readonly seq: number;
  readonly digest: string;
}

/** A document without its anchor line, and what that line said. */
interface Anchored {
  readonly body: string;
  readonly anchor?: Anchor;
}

const ANCHOR = /^<!-- po:journal ([1-9]\d{0,7}) ([0-9a-f]{64}) -->$/;

/** How the lines of a text end: as its first one does. */
const lineEndOf = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

/** A body that did not end its last line got a line end before the anchor; this takes exactly that one away again. */
const withoutLineEnd = (text: string): string => {
  const rest = text.slice(0, -1);
  return rest.endsWith('\r') && lineEndOf(rest) === '\r\n' ? rest.slice(0, -1) : rest;
};

/**
 * Splits a document into its body and its anchor. The anchor is the last line or it is none. It has a line end of its
 * own exactly where the body's last line has one, so that a body without one comes back without one.
 */
export const splitAnchor = (text: string): Anchored => {
  const end = /\r?\n$/.exec(text)?.[0] ?? '';
  const line = text.slice(text.lastIndexOf('\n', text.length - end.length - 1) + 1, text.length - end.length);
  const [, seq, digest] = ANCHOR.exec(line) ?? [];
  if (seq === undefined || digest === undefined) return { body: text };
  const before = text.slice(0, text.length - end.length - line.length);
  const body = end === '' && before !== '' ? withoutLineEnd(before) : before;
  return { body, anchor: { seq: Number(seq), digest } };
};

/** The document: the body and behind it the anchor. `splitAnchor` gives back exactly this body. */
export const withAnchor = (body: string, { seq, digest }: Anchor): string => {
  const line = `<!-- po:journal ${seq} ${digest} -->`;
  if (body === '') return `${line}\n`;
  if (body.endsWith('\n')) return `${body}${line}${body.endsWith('\r\n') ? '\r\n' : '\n'}`;
  return `${body}${lineEndOf(body)}${line}`;
};
