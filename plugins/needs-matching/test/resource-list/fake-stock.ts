/** A backend in memory that answers what a department asks of its list, with the refusals of the contract; a test changes its records. */
import { ZsError } from '@zhaoshang/kernel';
import type { Adapter, EventEnvelope, LiveState, OperationRequest, Session } from '@zhaoshang/kernel';
import type { ResourceEntries } from '../../src/elements/resource-list/form/entries-of.ts';
import { sheetColumns } from '../../src/elements/resource-list/import/sheet-words.ts';
import type { Holding, ImportRow, Resource, Unserved } from '../../src/elements/resource-list/resource-types.ts';
import { sampleCatalogue, sampleNow, sampleResources } from './sample-stock.ts';

export const planningPerson: Session = {
  subject: 's-planning',
  displayName: '钟离朔',
  roles: ['department'],
  zone: 'default',
  department: 'planning',
};

const at = new Date(sampleNow).toISOString();
const refuse = (kind: ConstructorParameters<typeof ZsError>[0], code: string, message: string): never => {
  throw new ZsError(kind, code, message);
};

export class FakeStock implements Adapter {
  readonly name = `fake-${Math.random().toString(36).slice(2)}`;
  readonly capabilities = { live: 'push', offline: false } as const;
  readonly requests: OperationRequest[] = [];
  who: Session | null = planningPerson;
  resources: Resource[] = sampleResources('planning');
  holdings: Holding[] = [];
  /** Promised outside the kit, by id. */
  outside = new Map<string, number>();
  unserved: Unserved[] = [];
  nearest: unknown = [];
  override: { [operation: string]: (input: never, request: OperationRequest) => unknown } = {};
  private listener: ((event: EventEnvelope) => void) | undefined;
  private readonly done = new Map<string, unknown>();

  async call(request: OperationRequest): Promise<{ output: unknown; events: EventEnvelope[] }> {
    this.requests.push(request);
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (request.signal?.aborted === true) refuse('aborted', 'aborted', '操作已取消。');
    const key = request.idempotencyKey;
    if (key !== undefined && this.done.has(key)) return { output: this.done.get(key), events: [] };
    const answer = (this.override[request.operation] ?? this.answers[request.operation]) as
      ((input: unknown, request: OperationRequest) => unknown) | undefined;
    if (answer === undefined) throw new Error(`the fake has no answer for ${request.operation}`);
    const output: unknown = JSON.parse(JSON.stringify(await answer(request.input, request)));
    if (key !== undefined) this.done.set(key, output);
    return { output, events: [] };
  }

  async session(): Promise<Session | null> {
    return this.who;
  }

  subscribe(listener: (event: EventEnvelope) => void, onState?: (state: LiveState) => void): () => void {
    this.listener = listener;
    onState?.('live');
    return () => {
      this.listener = undefined;
    };
  }

  /** As if somebody else had committed it. */
  push(name: string, payload: unknown): void {
    this.listener?.({ id: `e-${Math.random()}`, name, payload, at });
  }

  asked(operation: string): OperationRequest[] {
    return this.requests.filter((request) => request.operation === operation);
  }

  resource(id: string): Resource {
    return (
      this.resources.find((each) => each.id === id) ??
      refuse('not-found', 'not-found', '没有找到这条记录，可能已被删除。')
    );
  }

  change(id: string, change: Partial<Resource>): Resource {
    const changed = { ...this.resource(id), ...change };
    changed.version += 1;
    this.resources = this.resources.map((each) => (each.id === id ? changed : each));
    return changed;
  }

  private versioned(id: string, { expectedVersion }: OperationRequest): Resource {
    const before = this.resource(id);
    if (before.version !== expectedVersion) refuse('stale', 'stale', '内容已被别人改过，请刷新。');
    return before;
  }

  private written({ reserved, parcel, ...entries }: ResourceEntries): Partial<Resource> {
    const missing = (parcel?.utilities ?? []).filter(({ done }) => !done).map(({ name }) => name);
    return {
      ...(entries as Partial<Resource>),
      reserved,
      available: entries.capacity - reserved,
      parcel:
        parcel === null
          ? null
          : ({ ...parcel, ready: missing.length === 0 && parcel.demolitionDone, missing } as Resource['parcel']),
      updatedAt: at,
      ageDays: 0,
    };
  }

  private readonly answers: Record<string, (input: never, request: OperationRequest) => unknown> = {
    catalogue: () => sampleCatalogue,
    resources: ({ steward, state, limit, cursor }: Record<string, string>) => {
      const from = Number(cursor ?? 0);
      const to = from + Number(limit);
      const all = this.resources.filter(
        (each) => each.state === (state ?? 'open') && (steward === undefined || each.steward === steward),
      );
      return { items: all.slice(from, to), nextCursor: to < all.length ? String(to) : null };
    },
    resource: ({ resourceId }: { resourceId: string }) => this.resource(resourceId),
    matchesOfDepartment: () => ({ items: this.holdings, nextCursor: null }),
    createResource: (entries: ResourceEntries) => {
      const taken = this.resources.find(({ code }) => code === entries.code);
      if (taken !== undefined) refuse('conflict', 'code-taken', '这个资源编码已经用过。');
      const created = {
        ...(this.resources[0] as Resource),
        ...this.written(entries),
        id: `rs-new-${this.resources.length}`,
        steward: 'planning',
        version: 1,
      };
      this.resources = [...this.resources, created];
      return created;
    },
    updateResource: ({ resourceId, ...entries }: ResourceEntries & { resourceId: string }, request) => {
      this.versioned(resourceId, request);
      return this.change(resourceId, this.written(entries as ResourceEntries));
    },
    closeResource: ({ resourceId, reason }: Record<string, string>, request) => {
      this.versioned(resourceId as string, request);
      return this.change(resourceId as string, { state: 'closed', closedReason: reason as string });
    },
    reopenResource: ({ resourceId }: { resourceId: string }, request) => {
      this.versioned(resourceId, request);
      return this.change(resourceId, { state: 'open', closedReason: null });
    },
    exportResources: ({ steward, provider }: Record<string, string>) => ({
      columns: sheetColumns.map(({ name, labels }) => ({ name, label: labels['zh-CN'] })),
      rows: this.resources
        .filter(
          (each) =>
            (steward === undefined || each.steward === steward) && (provider ?? each.provider) === each.provider,
        )
        .map((each) => sheetColumns.map(({ name }) => this.cell(each, name))),
      csv: '',
      asOf: at,
    }),
    importResources: ({ mode, rows }: { mode: string; rows: Record<string, string>[] }) => this.imported(mode, rows),
    unservedDemand: () => ({ items: this.unserved, asOf: at }),
    proposals: () => this.nearest,
  };

  private cell(resource: Resource, name: string): string {
    const { window, place } = resource;
    if (name === 'reserved') return String(this.outside.get(resource.id) ?? resource.reserved);
    if (name === 'from' || name === 'to') return window[name];
    if (name === 'tags' || name === 'subjects') return resource[name].join('、');
    if (name === 'features') return (resource.features ?? []).join('、');
    if (name === 'longitude' || name === 'latitude' || name === 'crs' || name === 'accuracyM')
      return String(place?.[name] ?? '');
    return String((resource as unknown as Record<string, unknown>)[name] ?? '');
  }

  private imported(mode: string, rows: readonly Record<string, string>[]): unknown {
    if (rows.length > sampleCatalogue.importMaxRows) refuse('invalid', 'too-many-rows', '一次最多导入 3 行。');
    const views = rows.map((row, index): ImportRow => {
      const before = this.resources.find(({ code }) => code === row['code']);
      const provider = sampleCatalogue.providers.find(({ code }) => code === row['provider']);
      const view = { row: index + 1, title: row['title'] ?? '', resourceId: before?.id ?? null, sameAs: null };
      if (provider?.steward !== 'planning')
        return {
          ...view,
          outcome: 'invalid',
          issues: [{ column: '提供方', rule: 'forbidden', message: '这个提供方的资源不由您维护。' }],
        };
      if (mode === 'apply' && before !== undefined) this.change(before.id, { title: row['title'] ?? '' });
      if (mode === 'apply' && before === undefined)
        this.resources = [
          ...this.resources,
          {
            ...(this.resources[0] as Resource),
            id: `rs-in-${row['code']}`,
            code: row['code'] ?? '',
            title: row['title'] ?? '',
          },
        ];
      return { ...view, outcome: before === undefined ? 'create' : 'update', issues: [] };
    });
    const count = (outcome: string): number => views.filter((view) => view.outcome === outcome).length;
    return { rows: views, created: count('create'), updated: count('update'), skipped: 0, invalid: count('invalid') };
  }
}
