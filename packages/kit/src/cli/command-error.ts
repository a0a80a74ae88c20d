/** A reason not to go on that the person at the terminal can do something about; shown without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(chinese: string, english: string) {
    super(`${chinese}\n${english}`);
  }
}
