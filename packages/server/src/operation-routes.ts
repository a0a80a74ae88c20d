/** The contracts as routes: one table from path to operation, made once at the start. */
import { pathOf, type Operation } from '@zhaoshang/kernel';
import type { LoadedPlugin } from '@zhaoshang/runner';
import { createQueryDecoder } from './query-input.ts';

export interface OperationRoute {
  /** `service-day.book`: how logs and metrics name it. */
  readonly label: string;
  readonly plugin: string;
  readonly operation: string;
  readonly spec: Operation;
  readonly method: 'GET' | 'POST';
  readonly decode: (search: string) => Record<string, unknown>;
  /** Set on the path with the suffix: answer with this field only. */
  readonly raw?: { readonly field: string; readonly mediaType: string };
}

/** First path segments that are the server's own; no plugin may be called so. */
const reserved = new Set(['session', 'events', 'demo']);

export function operationRoutes(plugins: readonly LoadedPlugin[]): ReadonlyMap<string, OperationRoute> {
  const routes = new Map<string, OperationRoute>();
  for (const { backend } of plugins) {
    const { contract } = backend;
    if (reserved.has(contract.name))
      throw new TypeError(`No plugin can be called "${contract.name}": the path is taken.`);
    for (const [operation, spec] of Object.entries(contract.operations)) {
      const path = `${contract.name}/${pathOf(operation)}`;
      const route: OperationRoute = {
        label: `${contract.name}.${operation}`,
        plugin: contract.name,
        operation,
        spec,
        method: spec.kind === 'query' ? 'GET' : 'POST',
        decode: spec.kind === 'query' ? createQueryDecoder(spec.input) : () => ({}),
      };
      routes.set(path, route);
      if (spec.kind === 'query' && spec.raw !== undefined)
        routes.set(`${path}${spec.raw.suffix}`, { ...route, raw: spec.raw });
    }
  }
  return routes;
}
