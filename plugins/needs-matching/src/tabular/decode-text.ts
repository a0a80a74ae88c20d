/** Text of a file whose encoding nobody states: byte order mark, else UTF-8 where it is valid, else GB 18030 (which includes GBK). */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

export function decodeText(bytes: Uint8Array): DecodedText {
  // TextDecoder takes the byte order mark away.
  const as = (encoding: DecodedText['encoding'], fatal = false): DecodedText => ({
    text: new TextDecoder(encoding, { fatal }).decode(bytes),
    encoding,
  });
  if (startsWith(bytes, 0xff, 0xfe)) return as('utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return as('utf-16be');
  try {
    return as('utf-8', true);
  } catch {
    return as('gb18030');
  }
}
