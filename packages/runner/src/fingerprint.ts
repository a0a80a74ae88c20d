/** Canonical JSON (RFC 8785) and SHA-256, both synchronous: WebCrypto would end an IndexedDB transaction by its await. */
import canonicalize from 'canonicalize';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

interface NodeProcess {
  /** Node ≥ 20.16: a built-in module without an import, which a page could not resolve. */
  getBuiltinModule?(id: 'node:crypto'): { hash?(algorithm: 'sha256', text: string): string };
}

/** Node's own SHA-256 is several times faster and takes a string as it is. */
const native = (globalThis as { process?: NodeProcess }).process?.getBuiltinModule?.('node:crypto').hash;

/** Hex SHA-256 of a text in UTF-8. */
export const sha256Hex: (text: string) => string =
  native === undefined ? (text) => bytesToHex(sha256(utf8ToBytes(text))) : (text) => native('sha256', text);

/** Hex SHA-256 of a JSON value's canonical form; `null` for `undefined`. */
export function fingerprint(value: unknown): string | null {
  const json = canonicalize(value);
  return json === undefined ? null : sha256Hex(json);
}
