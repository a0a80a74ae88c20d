/** `joinWaitlist` → `join-waitlist`: how an operation is spelt in a path. */
export function pathOf(operation: string): string {
  return operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
