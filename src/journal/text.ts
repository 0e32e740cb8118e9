/** The text of these bytes, a byte order mark included; undefined where they are not UTF-8. */
export const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The bytes of a text, in UTF-8. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The lines of a text, each with its own line end, so that joined they are the text again. */
export const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\n)/));
