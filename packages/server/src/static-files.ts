/** Files of a folder under a path: right types, entity tags, compression, and no way out of the folder. */
import { hash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';
import { namesTag } from './entity-tag.ts';
import { pageHeaders } from './security-headers.ts';

export interface StaticFolder {
  /** Path it is served under: `/` or `/kit/`. */
  readonly mount: string;
  readonly folder: string;
}

interface StoredFile {
  readonly plain: Buffer;
  readonly zipped: Buffer | null;
  readonly tag: string;
  readonly stamp: string;
}

const compress = promisify(gzip);
const worthZipping = /^(?:text\/|image\/svg|application\/(?:javascript|json|manifest|xml))/;
/** `chunk-3fA9_b2c.js`: eight characters that no word or date of ours looks like, so the name changes with the content. */
const hashedName = /[-.](?!\d{8}\.)(?=[^.]*[A-Z0-9])[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;
const rememberedBytes = 32 * 1024 * 1024;

export interface StaticFiles {
  /** `undefined` when no folder has such a file. */
  answer(request: Request, path: string): Promise<Response | undefined>;
}

export function createStaticFiles(folders: readonly StaticFolder[], headers = pageHeaders): StaticFiles {
  const sorted = [...folders].sort((a, b) => b.mount.length - a.mount.length);
  const files = new Map<string, StoredFile>();
  let stored = 0;

  async function load(file: string, type: string, stamp: string): Promise<StoredFile> {
    const known = files.get(file);
    if (known !== undefined && known.stamp === stamp) return known;
    const plain = await readFile(file);
    const zipped = worthZipping.test(type) && plain.length > 1024 ? await compress(plain, { level: 9 }) : null;
    const loaded = { plain, zipped, stamp, tag: `"${hash('sha1', plain, 'base64url')}"` };
    stored += plain.length + (zipped?.length ?? 0);
    if (stored > rememberedBytes) {
      files.clear();
      stored = plain.length;
    }
    files.set(file, loaded);
    return loaded;
  }

  async function answer(request: Request, path: string): Promise<Response | undefined> {
    const clean = plainPath(path);
    if (clean === null) return undefined;
    for (const { mount, folder } of sorted) {
      if (!clean.startsWith(mount)) continue;
      const root = resolve(folder);
      const wanted = resolve(root, `./${clean.slice(mount.length)}`);
      if (wanted !== root && !wanted.startsWith(root + sep)) return undefined;
      const found = await statOf(wanted);
      if (found?.isDirectory() === true && !clean.endsWith('/'))
        return new Response(null, { status: 308, headers: { ...headers, Location: `${encodeURI(clean)}/` } });
      const file = found?.isDirectory() === true ? join(wanted, 'index.html') : wanted;
      const facts = file === wanted ? found : await statOf(file);
      if (facts?.isFile() !== true) continue;
      const real = await realpath(file);
      const realRoot = await realpath(root);
      if (!real.startsWith(realRoot + sep)) return undefined;
      const type = getMimeType(file) ?? (extname(file) === '.map' ? 'application/json' : 'application/octet-stream');
      return send(request, type, clean, await load(real, type, `${facts.mtimeMs}-${facts.size}`));
    }
    return undefined;
  }

  function send(request: Request, type: string, path: string, { plain, zipped, tag }: StoredFile): Response {
    const common = {
      ...headers,
      'Cache-Control':
        hashedName.test(path) && !type.startsWith('text/html') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: tag,
      Vary: 'Accept-Encoding',
    };
    if (namesTag(request.headers.get('if-none-match'), tag))
      return new Response(null, { status: 304, headers: common });
    const zip = zipped !== null && /\bgzip\b/i.test(request.headers.get('accept-encoding') ?? '');
    const body = zip ? zipped : plain;
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
      status: 200,
      headers: {
        ...common,
        'Content-Type': type,
        'Content-Length': String(body.length),
        ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
      },
    });
  }

  return { answer };
}

/** The decoded path, or `null` for one that is not plainly a path: dots that climb, backslashes, NUL, hidden files. */
function plainPath(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (decoded.length > 1024 || /[\0\\]/.test(decoded) || /(?:^|\/)\./.test(decoded) || decoded.includes('//'))
    return null;
  return decoded;
}

async function statOf(file: string) {
  try {
    return await stat(file);
  } catch {
    return undefined;
  }
}
