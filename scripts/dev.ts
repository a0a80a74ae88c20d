/**
 * `npm run dev [-- --port 5180]`: the demo portal by Vite with hot reload, elements straight from their sources, and the reference
 * server beside it for everything under /api. Changes of server code need a restart; changes of pages and elements do not.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer as createNetServer } from 'node:net';
import { join } from 'node:path';
import { type Plugin, createServer } from 'vite';
import { root, stop } from './first-step.mjs';

const port = Number(argument('--port') ?? 5180);
if (!Number.isInteger(port) || port < 1 || port > 65_535) stop('--port must be a number from 1 to 65535.');
const apiPort = await freePort();
const api = `http://127.0.0.1:${apiPort}`;

const server = spawn(process.execPath, ['packages/kit/src/cli.ts', 'serve', '--demo', '--port', String(apiPort)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});

const vite = await createServer({
  root: join(root, 'demo'),
  configFile: false,
  cacheDir: join(root, '.cache/vite'),
  plugins: [kitFromSources()],
  // Looked through at the start, so that no page is reloaded because a dependency was met late.
  optimizeDeps: {
    entries: [join(root, 'packages/kit/src/browser/zs.ts'), join(root, 'plugins/*/src/elements/*/define.ts')],
  },
  // The pages name files of the demo folder by relative paths; nothing in it is a Vite "public" folder.
  publicDir: false,
  appType: 'mpa',
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    fs: { allow: [root] },
    proxy: Object.fromEntries(
      ['/api', '/openapi.json', '/healthz', '/readyz', '/metrics'].map((path) => [path, { target: api, xfwd: false }]),
    ),
  },
});

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  server.kill('SIGTERM');
  await vite.close();
  process.exit(code);
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));
server.on('exit', (code) => {
  if (!ending) console.error(`The API server ended with code ${code ?? 'none'}; see above.`);
  void end(code ?? 1);
});

try {
  await vite.listen();
  console.log(`\nDemo portal with hot reload: http://127.0.0.1:${port}/\nAPI behind it: ${api}/api\n`);
} catch (error) {
  console.error(`Port ${port} cannot be used: ${String(error)} Try another one: npm run dev -- --port 5181`);
  await end(1);
}

/** The pages load `/kit/zs.js` like any host page; here that name means the sources. */
function kitFromSources(): Plugin {
  return {
    name: 'zhaoshang-kit-from-sources',
    resolveId: (id) => (id === '/kit/zs.js' ? join(root, 'packages/kit/src/browser/zs.ts') : undefined),
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const source = /^\/kit\/(zs(?:\.legacy)?)\.js$/.exec(path)?.[1];
        if (source !== undefined) request.url = `/@fs${join(root, `packages/kit/src/browser/${source}.ts`)}`;
        else if (path.startsWith('/kit/') && existsSync(join(root, 'dist', path.slice(5))))
          request.url = `/@fs${join(root, 'dist', path.slice(5))}`;
        next();
      });
    },
  };
}

function argument(name: string): string | undefined {
  const index = process.argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = process.argv[index];
  return index === -1 ? undefined : word === name ? process.argv[index + 1] : word?.slice(name.length + 1);
}

/** A port nobody uses right now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createNetServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
