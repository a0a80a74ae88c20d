/** The real backend of matching with the sample zone, in the memory of the page: the form is tried on what it will meet. */
import { ZsError } from '@zhaoshang/kernel';
import type {
  Adapter,
  EventEnvelope,
  LiveState,
  OperationRequest,
  OperationAnswer,
  PluginBackend,
  Session,
} from '@zhaoshang/kernel';
import { collectionsOf, createRunner, seedStore, type LoadedPlugin, type Runner } from '@zhaoshang/runner';
import { openMemoryStore } from '@zhaoshang/store/drivers/memory.ts';
import { loadNeedsMatching } from '../../src/backend.ts';
import { needsMatchingConfig, type NeedsMatchingConfig } from '../../src/model/config.ts';

export const zoneNow = Date.parse('2026-11-23T09:20:00+08:00');

const enterprise = (uscc: string, name: string): Session => ({
  subject: `enterprise:${uscc}`,
  displayName: name,
  roles: ['enterprise'],
  zone: 'default',
  enterprise: { uscc, name },
});
export const hmos = enterprise('91310230MAYFYJ0G03', '海姆斯营养科技（上海）有限公司');
export const another = enterprise('91310151MAYF8Q3J1J', '北汐医疗设备（中国）有限公司');
export const clerk: Session = {
  subject: 'staff:hub',
  displayName: '招商中心',
  roles: ['centre'],
  zone: 'default',
  department: 'hub',
};

let loading: Promise<{ backend: PluginBackend; config: NeedsMatchingConfig }> | undefined;

/** Parsed once for all tests of a page. */
const preset = (): Promise<{ backend: PluginBackend; config: NeedsMatchingConfig }> =>
  (loading ??= (async () => {
    const backend = (await loadNeedsMatching()) as unknown as PluginBackend;
    return { backend, config: needsMatchingConfig.parse(await backend.presets['chongming']?.()) };
  })());

export class RealMatching implements Adapter {
  readonly name = `real-${Math.random().toString(36).slice(2)}`;
  readonly capabilities = { live: 'push', offline: false } as const;
  readonly requests: OperationRequest[] = [];
  who: Session | null = hmos;
  /** Stands in front of an operation: what it throws is the answer, what it waits for comes first. */
  before: { [operation: string]: (request: OperationRequest) => unknown } = {};
  /** Stands behind an operation that was done: what it throws is an answer that was lost. */
  after: { [operation: string]: (request: OperationRequest) => unknown } = {};
  private readonly runner: Runner;
  private listener: ((event: EventEnvelope) => void) | undefined;

  private constructor(runner: Runner) {
    this.runner = runner;
  }

  static async open(): Promise<RealMatching> {
    const { backend, config } = await preset();
    const plugin: LoadedPlugin = { backend, config, configVersion: 'chongming@test' };
    const store = openMemoryStore({ collections: collectionsOf([plugin]) });
    await seedStore(store, [plugin], zoneNow);
    return new RealMatching(createRunner({ store, plugins: [plugin], zone: 'default', clock: { now: () => zoneNow } }));
  }

  async call(request: OperationRequest): Promise<OperationAnswer> {
    this.requests.push(request);
    await this.before[request.operation]?.(request);
    if (request.signal?.aborted === true) throw new ZsError('aborted', 'aborted', '操作已取消。');
    const { output, events } = await this.runner.run(request, { session: this.who });
    await this.after[request.operation]?.(request);
    return { output, events };
  }

  async session(): Promise<Session | null> {
    return this.who;
  }

  subscribe(listener: (event: EventEnvelope) => void, onState?: (state: LiveState) => void): () => void {
    this.listener = listener;
    onState?.('live');
    return () => {
      if (this.listener === listener) this.listener = undefined;
    };
  }

  asked(operation: string): readonly OperationRequest[] {
    return this.requests.filter((request) => request.operation === operation);
  }
}
