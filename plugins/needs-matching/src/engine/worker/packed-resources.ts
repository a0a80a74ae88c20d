import type { ResourceFacts } from '../schema/fields.ts';

/** Resources as bytes: handed over to a worker without copying, and read there, off the page's thread. */
export type PackedResources = ArrayBuffer;

/** UTF-8 JSON. A page that fetched resources as JSON hands over the body as it came and never parses it itself. */
export function packResources(resources: readonly ResourceFacts[]): PackedResources {
  const bytes = new TextEncoder().encode(JSON.stringify(resources));
  return bytes.buffer.byteLength === bytes.byteLength ? bytes.buffer : bytes.slice().buffer;
}

/** Throws a `SyntaxError` for what is no JSON; anything but a list holds no resources. */
export function unpackResources(packed: PackedResources): readonly ResourceFacts[] {
  const list: unknown = JSON.parse(new TextDecoder().decode(packed));
  return Array.isArray(list) ? (list as ResourceFacts[]) : [];
}
