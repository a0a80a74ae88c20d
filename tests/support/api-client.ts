/** One caller of the HTTP API, as a program would write it: keys, versions, cookies, and nothing hidden. */
let keys = 0;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; `null` for an empty body. */
  readonly body: any;
}

export interface CommandOptions {
  readonly key?: string;
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const pathOf = (operation: string): string => operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export class ApiClient {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  private readonly plugin: string;

  /** `url` with its closing slash; `headers` carry the credentials. */
  constructor(url: string, headers: Readonly<Record<string, string>> = {}, plugin = 'service-day') {
    this.url = url;
    this.headers = headers;
    this.plugin = plugin;
  }

  /** The same caller at another plugin. */
  at(plugin: string): ApiClient {
    return new ApiClient(this.url, this.headers, plugin);
  }

  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  query(operation: string, input: Readonly<Record<string, string | number>> = {}): Promise<Answer> {
    const search = new URLSearchParams(Object.entries(input).map(([name, value]) => [name, String(value)]));
    return this.send(`api/${this.plugin}/${pathOf(operation)}?${search.toString()}`, { headers: this.headers });
  }

  command(operation: string, input: unknown, options: CommandOptions = {}): Promise<Answer> {
    return this.send(`api/${this.plugin}/${pathOf(operation)}`, {
      method: 'POST',
      headers: {
        ...this.headers,
        'Content-Type': 'application/json',
        'Idempotency-Key': options.key ?? `test-${process.pid}-${(keys += 1)}`,
        ...(options.version === undefined ? {} : { 'If-Match': `"v${options.version}"` }),
        ...options.headers,
      },
      body: JSON.stringify(input),
    });
  }

  /** The result of a command that must succeed. */
  async done(operation: string, input: unknown, options: CommandOptions = {}): Promise<any> {
    const { status, body } = await this.command(operation, input, options);
    if (status !== 200) throw new Error(`${operation} was refused: ${status} ${JSON.stringify(body)}`);
    return body.result;
  }
}

/** Signs in as one of the demo's personas. */
export async function asPersona(url: string, persona: string): Promise<ApiClient> {
  const response = await fetch(`${url}api/demo/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(`No persona "${persona}": ${response.status}`);
  return new ApiClient(url, { Cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
}

/** Moves the clock of a demo server; `null` goes back to real time. */
export async function moveClock(url: string, instant: number | null): Promise<void> {
  const response = await fetch(`${url}api/demo/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ instant: instant === null ? null : new Date(instant).toISOString() }),
  });
  if (!response.ok) throw new Error(`The clock did not move: ${response.status}`);
}
