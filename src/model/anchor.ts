/** What the last line of Portfolio.md says about the journal: the number of an event, and the SHA-256 (hex) of its bytes. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

const START = '<!-- po:journal ';
const LINE = /^<!-- po:journal ([1-9]\d{0,14}) ([0-9a-f]{64}) -->(?:\r?\n)?$/;

/**
 * Takes the anchor off a document. Only the very last line counts, and only in the spelling of `withAnchor`; the body of
 * anything else is the whole text.
 */
export const splitAnchor = (text: string): { readonly body: string; readonly anchor?: Anchor } => {
  const at = text.lastIndexOf(START);
  const [line = '', seq = '', hash = ''] = LINE.exec(at < 0 ? '' : text.slice(at)) ?? [];
  if (line === '' || (at > 0 && text[at - 1] !== '\n')) return { body: text };
  // A body without a newline at its end lends the anchor none either: the newline before the anchor is then not its own.
  const end = line.endsWith('\n') || at === 0 ? at : at - 1;
  return { body: text.slice(0, end), anchor: { seq: Number(seq), hash } };
};

/** Puts an anchor below a body, as its last line; `splitAnchor` gives back exactly this body, whatever its line ends are. */
export const withAnchor = (body: string, { seq, hash }: Anchor): string => {
  const line = `${START}${seq} ${hash} -->`;
  if (!body.endsWith('\n')) return `${body}\n${line}`;
  return `${body}${line}${body.endsWith('\r\n') ? '\r\n' : '\n'}`;
};
