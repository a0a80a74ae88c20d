/** A result for people: one line per number, nested by indentation; the JSON has the same. */
export function reportLines(result: object, indent = ''): string[] {
  return Object.entries(result).flatMap(([key, value]) => {
    if (isSeries(value))
      return [
        `${indent}${key}: ${value.median} (${value.min} to ${value.max}, ${value.runs.length} run${value.runs.length === 1 ? '' : 's'})`,
      ];
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
      return [`${indent}${key}: ${value.join(', ')}`];
    if (value !== null && typeof value === 'object')
      return [`${indent}${key}:`, ...reportLines(value as object, `${indent}  `)];
    return [`${indent}${key}: ${String(value)}`];
  });
}

function isSeries(value: unknown): value is { runs: number[]; median: number; min: number; max: number } {
  return value !== null && typeof value === 'object' && 'runs' in value && 'median' in value;
}
