/** `npm start` ends in `zs serve --demo`: what a person at the terminal meets. The tests tell one story, in order. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient, asPersona } from '../support/api-client.ts';
import { runZs, startServerProcess, temporaryFolder, type ServerProcess } from '../support/server-process.ts';
import { bookInput, lastOpenDay } from '../support/visits.ts';

const free = { department: 'education', start: '10:00' };
const stackTrace = /\n\s+at .*:\d+/;

describe('the server at a terminal', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: ServerProcess;
  const serve = async (): Promise<void> => {
    server = await startServerProcess({ args: ['--demo', '--data', folder.path] });
  };
  beforeAll(async () => {
    folder = await temporaryFolder();
    await serve();
  });
  afterAll(async () => {
    await server.end('SIGKILL');
    await folder.remove();
  });

  /** A request that never ends by itself must not keep the process. */
  async function endWithOpenStream(signal: NodeJS.Signals): Promise<{ code: unknown; milliseconds: number }> {
    const stream = await fetch(`${server.url}api/events`);
    const began = performance.now();
    const code = await server.end(signal);
    const milliseconds = performance.now() - began;
    await stream.body?.cancel().catch(() => {});
    return { code, milliseconds };
  }

  it('says where it is and who one can be, and serves pages and API on one port', async () => {
    const said = server.output();
    expect(said).toMatch(/http:\/\/localhost:\d+\//);
    expect(said).toContain('瀛绿储能');
    expect(said).toContain('已装入预设');
    for (const path of ['', 'service-day.html', 'kit/zs.js', 'openapi.json', 'api/session', 'healthz', 'readyz'])
      expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 200]);
  });

  it('refuses a second start on the same data folder with a sentence, and the first goes on', async () => {
    const { code, output } = await runZs(['serve', '--demo', '--port', '0', '--data', folder.path]);
    expect(code).toBe(1);
    expect(output).toContain('正被另一个服务进程使用');
    expect(output).toContain('--data');
    expect(output).not.toMatch(stackTrace);
    expect((await fetch(`${server.url}readyz`)).status).toBe(200);
  });

  it('keeps what was booked over Ctrl-C, without seeding again', async () => {
    const enterprise = await asPersona(server.url, 'enterprise-yinglv');
    const visit = await enterprise.done('book', await bookInput(enterprise, await lastOpenDay(enterprise), [free]));

    const end = await endWithOpenStream('SIGINT');
    expect(end.code).toBe(0);
    expect(end.milliseconds).toBeLessThan(2_500);
    await expect(fetch(`${server.url}healthz`)).rejects.toThrow();

    await serve();
    expect(server.output()).not.toContain('已装入预设');
    // The sign-in of before the restart holds.
    const { status, body } = await new ApiClient(server.url, enterprise.headers).query('visit', { visitId: visit.id });
    expect([status, body.ticket]).toEqual([200, visit.ticket]);
  });

  it('ends cleanly on SIGTERM too', async () => {
    const end = await endWithOpenStream('SIGTERM');
    expect(end.code).toBe(0);
    expect(end.milliseconds).toBeLessThan(2_500);
  });

  it('refuses a busy port with a sentence', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      const { code, output } = await runZs(['serve', '--demo', '--port', String(port), '--data', folder.path]);
      expect(code).toBe(1);
      expect(output).toContain(`端口 ${port} 已被占用`);
      expect(output).toContain('--port');
      expect(output).not.toMatch(stackTrace);
    } finally {
      other.close();
    }
  });

  it('says in a sentence what is wrong with an argument', async () => {
    const { code, output } = await runZs(['serve', '--port', 'eighty']);
    expect(code).toBe(1);
    expect(output).toContain('--port 应为');
    const unknown = await runZs(['serve', '--fast']);
    expect([unknown.code, unknown.output]).toEqual([1, expect.stringContaining('zs help')]);
  });
});
