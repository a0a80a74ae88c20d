/** The app on a port: listens, and ends cleanly within two seconds. */
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import { newId, standardError } from '@zhaoshang/kernel';
import { problemBody, problemResponse } from './problem.ts';
import { createServerApp, type ServerApp, type ServerAppOptions } from './server-app.ts';

export interface StartOptions extends ServerAppOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Loopback by default; `::` for every address, IPv4 and IPv6. */
  readonly host?: string;
  /** Milliseconds that requests under way are given at the end; 1,500 by default. */
  readonly graceMs?: number;
}

export interface RunningServer extends ServerApp {
  readonly port: number;
  /** `http://…` as a browser on this machine would open it. */
  readonly url: string;
  /** Stops accepting, finishes what is under way, ends the event streams. */
  stop(): Promise<void>;
}

/** Rejects with the system's error (`EADDRINUSE`, `EACCES`) when it cannot listen. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const app = createServerApp(options);
  const host = options.host ?? 'localhost';
  const listener = getRequestListener((request, bindings) => app.fetch(request, bindings as never), {
    overrideGlobalObjects: true,
    errorHandler: (error) =>
      problemResponse(
        error instanceof RequestError ? standardError('malformed-request', 'zh-CN', { status: 400 }) : error,
        { locale: 'zh-CN' },
      ),
  });
  const servers: Server[] = [];
  const listen = async (address: string, port: number): Promise<number> => {
    const server = createServer(
      { maxHeaderSize: 16 * 1024, requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 20_000 },
      (incoming, outgoing) => void listener(incoming, outgoing),
    );
    server.on('clientError', refuseUnreadable);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: address }, () => {
        server.off('error', reject);
        resolve();
      });
    });
    servers.push(server);
    return (server.address() as AddressInfo).port;
  };
  // "localhost" is two addresses; which one a browser takes is up to the machine.
  const [first, second] = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const port = await listen(first, options.port);
  if (second !== undefined)
    await listen(second, port).catch(async (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1; on the other one somebody else's server would answer half of the callers.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' || options.port === 0) return;
      await new Promise((resolve) => servers[0]?.close(resolve));
      app.close();
      throw error;
    });
  let stopping: Promise<void> | undefined;
  return {
    ...app,
    port,
    url: `http://${urlHost(host)}:${port}/`,
    stop: () => (stopping ??= stop()),
  };

  async function stop(): Promise<void> {
    app.drain();
    const closed = Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    app.close();
    // A connection that was busy becomes idle when its answer is out.
    const closeIdle = (): void => servers.forEach((server) => server.closeIdleConnections());
    closeIdle();
    const sweep = setInterval(closeIdle, 50);
    const limit = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), options.graceMs ?? 1_500);
    await closed;
    clearInterval(sweep);
    clearTimeout(limit);
  }
}

/** What is not HTTP, or too much of it, gets an answer as far as the socket still takes one. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const refusal = standardError('malformed-request', 'zh-CN', { status });
  const body = JSON.stringify(problemBody(refusal, 'zh-CN', newId('tr')));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n` +
      `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function urlHost(host: string): string {
  if (host === '::' || host === '0.0.0.0') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
