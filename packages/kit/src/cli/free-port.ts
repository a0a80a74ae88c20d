/** Looks whether a port can be had before anything else is opened: a database takes seconds to start and to close again. */
import { createServer } from 'node:net';

/**
 * Listens and lets go again at once, on the same addresses as the server will. Rejects with the system's error
 * (`EADDRINUSE`, `EACCES`, …). Somebody may still take the port in between; the server says the same then.
 */
export async function expectFreePort(port: number, host: string | undefined): Promise<void> {
  if (port === 0) return;
  // "localhost" is two addresses, as for the server.
  const addresses = host === undefined || host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  for (const [place, address] of addresses.entries())
    await tryToListen(port, address).catch((error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has no ::1.
      if (place > 0 && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')) return;
      throw error;
    });
}

function tryToListen(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}
