/** Canonical JSON (RFC 8785) and SHA-256, both synchronous: WebCrypto would end an IndexedDB transaction by its await. */
import canonicalize from 'canonicalize';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hex SHA-256 of a JSON value's canonical form; `null` for `undefined`. */
export function fingerprint(value: unknown): string | null {
  const json = canonicalize(value);
  return json === undefined ? null : bytesToHex(sha256(utf8ToBytes(json)));
}
