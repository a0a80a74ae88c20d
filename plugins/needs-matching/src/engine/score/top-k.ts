/** The best k of many, kept in a heap whose root is the worst of them. `isBefore` is a total order, so the answer is one. */
export class TopK {
  private readonly heap: number[] = [];
  private readonly k: number;
  private readonly isBefore: (one: number, other: number) => boolean;

  constructor(k: number, isBefore: (one: number, other: number) => boolean) {
    this.k = k;
    this.isBefore = isBefore;
  }

  /** The worst that is kept; -1 while there is room. */
  get worst(): number {
    return this.heap.length < this.k ? -1 : (this.heap[0] as number);
  }

  offer(item: number): void {
    const { heap } = this;
    if (heap.length < this.k) {
      heap.push(item);
      this.rise(heap.length - 1);
    } else if (this.k > 0 && this.isBefore(item, heap[0] as number)) {
      heap[0] = item;
      this.sink();
    }
  }

  /** Best first. */
  sorted(): number[] {
    return [...this.heap].sort((one, other) => (this.isBefore(one, other) ? -1 : 1));
  }

  private rise(from: number): void {
    const { heap } = this;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.isBefore(heap[place] as number, heap[parent] as number)) return;
      this.swap(place, parent);
      place = parent;
    }
  }

  private sink(): void {
    const { heap } = this;
    let place = 0;
    for (;;) {
      let worst = place;
      for (const child of [2 * place + 1, 2 * place + 2])
        if (child < heap.length && this.isBefore(heap[worst] as number, heap[child] as number)) worst = child;
      if (worst === place) return;
      this.swap(place, worst);
      place = worst;
    }
  }

  private swap(one: number, other: number): void {
    const { heap } = this;
    const kept = heap[one] as number;
    heap[one] = heap[other] as number;
    heap[other] = kept;
  }
}
