/** Resources by distance, the nearest first; equal distances by number. A binary heap that knows where each resource is. */
export interface ResourceHeap {
  readonly distance: Float64Array;
  size(): number;
  nearest(): number;
  /** Puts the resource in, or moves it up after its distance became smaller. */
  lower(resource: number, distance: number): void;
  removeNearest(): number;
  clear(): void;
}

export function resourceHeap(resources: number): ResourceHeap {
  const distance = new Float64Array(resources);
  const heap = new Int32Array(resources);
  /** Position + 1; 0 outside. */
  const position = new Int32Array(resources);
  let size = 0;
  const before = (one: number, other: number): boolean =>
    distance[one]! < distance[other]! || (distance[one] === distance[other] && one < other);
  return {
    distance,
    size: () => size,
    nearest: () => distance[heap[0]!]!,
    lower(resource, value) {
      distance[resource] = value;
      let at = position[resource]! - 1;
      if (at < 0) {
        at = size;
        size += 1;
      }
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const above = heap[parent]!;
        if (!before(resource, above)) break;
        heap[at] = above;
        position[above] = at + 1;
        at = parent;
      }
      heap[at] = resource;
      position[resource] = at + 1;
    },
    removeNearest() {
      const top = heap[0]!;
      position[top] = 0;
      size -= 1;
      if (size === 0) return top;
      const last = heap[size]!;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child += 1;
        const below = heap[child]!;
        if (!before(below, last)) break;
        heap[at] = below;
        position[below] = at + 1;
        at = child;
      }
      heap[at] = last;
      position[last] = at + 1;
      return top;
    },
    clear() {
      for (let at = 0; at < size; at += 1) position[heap[at]!] = 0;
      size = 0;
    },
  };
}
