import type { Adapter, EventEnvelope, LiveState, OperationRequest, Session } from '@zhaoshang/kernel';

/** An adapter whose answers a test gives; it notes what it was asked. */
export class FakeAdapter implements Adapter {
  readonly name = `fake-${Math.random().toString(36).slice(2)}`;
  readonly capabilities = { live: 'push', offline: false } as const;
  readonly requests: OperationRequest[] = [];
  answer: (request: OperationRequest) => unknown = () => ({ items: [] });
  who: Session | null = person('enterprise');
  private listener: ((event: EventEnvelope) => void) | undefined;

  async call(request: OperationRequest) {
    this.requests.push(request);
    return { output: await this.answer(request), events: [] };
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
    this.listener?.({ id: `e-${Math.random()}`, name, payload, at: new Date().toISOString() });
  }
}

export function person(role: 'enterprise' | 'department', subject = `s-${role}`): Session {
  return { subject, displayName: subject, roles: [role], zone: 'default' };
}

/** Waits until a condition holds; fails with its own name. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let wait = 0; wait < 200; wait += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`it did not come true that ${what}`);
}
