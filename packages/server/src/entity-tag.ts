/** Entity tags: weak ones over a body, and versions of records. */
import { hash } from 'node:crypto';

/** A weak tag of a JSON body: the same content, perhaps spelt or compressed differently. */
export function weakTag(body: string): string {
  return `W/"${hash('sha1', body, 'base64url')}"`;
}

/** True when If-None-Match names this tag (weak comparison, RFC 9110 13.1.2). */
export function namesTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const bare = tag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === bare);
}

export const versionTag = (version: number): string => `"v${version}"`;

/** The version in an If-Match header: `undefined` without one, `null` for one that cannot be read. */
export function versionOf(ifMatch: string | null): number | undefined | null {
  if (ifMatch === null) return undefined;
  const match = /^\s*"v(\d{1,15})"\s*$/.exec(ifMatch);
  return match === null ? null : Number(match[1]);
}
