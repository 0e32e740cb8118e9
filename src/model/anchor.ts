/** What the last line of Portfolio.md says about the journal: the number of an event, and the SHA-256 (hex) of its bytes. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

const START = '<!-- po:journal ';
const LINE = /^<!-- po:journal ([1-9]\d{0,7}) ([0-9a-f]{64}) -->(?:\r?\n)?$/;

/** How the lines of a body end: as its first one does. */
const lineEndOf = (body: string): string => (/\r?\n/.exec(body)?.[0] === '\r\n' ? '\r\n' : '\n');

/** The body that had no newline at its end and was given one before its anchor. */
const withoutLineEnd = (text: string): string => {
  const rest = text.slice(0, -1);
  return rest.endsWith('\r') && lineEndOf(rest) === '\r\n' ? rest.slice(0, -1) : rest;
};

/**
 * Takes the anchor off a document. Only the very last line counts, and only in the spelling of `withAnchor`; the body of
 * anything else is the whole text.
 */
export const splitAnchor = (text: string): { readonly body: string; readonly anchor?: Anchor } => {
  const at = text.lastIndexOf(START);
  const [line = '', seq = '', hash = ''] = LINE.exec(at < 0 ? '' : text.slice(at)) ?? [];
  if (line === '' || (at > 0 && text[at - 1] !== '\n')) return { body: text };
  const before = text.slice(0, at);
  const body = line.endsWith('\n') || before === '' ? before : withoutLineEnd(before);
  return { body, anchor: { seq: Number(seq), hash } };
};

/**
 * Puts an anchor below a body, as its last line; `splitAnchor` gives back exactly this body, whatever its line ends are. The
 * anchor has a newline at its end where the body has one: a body without one gets none.
 */
export const withAnchor = (body: string, { seq, hash }: Anchor): string => {
  const line = `${START}${seq} ${hash} -->`;
  if (body === '') return `${line}\n`;
  if (!body.endsWith('\n')) return `${body}${lineEndOf(body)}${line}`;
  return `${body}${line}${body.endsWith('\r\n') ? '\r\n' : '\n'}`;
};
