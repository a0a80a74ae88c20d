/** One process of several on the same database leads: it holds an advisory lock on a connection of its own. */
import { createHash } from 'node:crypto';
import pg from 'pg';

export interface LeadOptions {
  readonly databaseUrl: string;
  /** Zones on one database have a leader each. */
  readonly zone: string;
  /** Called when this process takes the lead; the returned function is called when it loses it. */
  lead(): () => void;
  readonly onError?: (error: unknown) => void;
  /** Milliseconds between two tries of a process that does not lead; 5,000 by default. */
  readonly retryMs?: number;
}

/** Starts trying; the returned function gives the lead back. */
export function leadByDatabase({
  databaseUrl,
  zone,
  lead,
  onError,
  retryMs = 5_000,
}: LeadOptions): () => Promise<void> {
  const key = createHash('sha256').update(`zhaoshang/lead/${zone}`).digest().readBigInt64BE(0).toString();
  let client: pg.Client | undefined;
  let resign: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const lose = (): void => {
    resign?.();
    resign = undefined;
    client = undefined;
  };
  const attempt = async (): Promise<void> => {
    try {
      if (client === undefined) {
        const made = new pg.Client({ connectionString: databaseUrl, keepAlive: true, application_name: 'zs-lead' });
        // The lock ends with its connection, so does the lead.
        made.on('error', (error) => onError?.(error));
        made.on('end', () => {
          if (client === made) lose();
        });
        await made.connect();
        client = made;
      }
      if (resign === undefined) {
        const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [key]);
        if (rows[0]?.held === true && !ended) resign = lead();
      } else await client.query('SELECT 1');
    } catch (error) {
      onError?.(error);
      const broken = client;
      lose();
      await broken?.end().catch(() => undefined);
    } finally {
      if (!ended) timer = setTimeout(() => void attempt(), retryMs);
    }
  };
  void attempt();
  return async () => {
    ended = true;
    clearTimeout(timer);
    const last = client;
    lose();
    await last?.end().catch((error: unknown) => onError?.(error));
  };
}
