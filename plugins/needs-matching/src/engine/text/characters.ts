/**
 * What a UTF-16 unit is to the index. Full-width forms and upper case are folded unit by unit, so that positions in the folded text are
 * positions in the original. Half of a surrogate pair counts as an ideograph that only its pair makes sense of.
 */
export const kinds = { none: 0, ideograph: 1, half: 2, letter: 3 } as const;

/** Folded unit and kind of every UTF-16 unit, made on first use. */
interface Characters {
  readonly folded: Uint16Array;
  readonly kind: Uint8Array;
}

let table: Characters | undefined;

export function characters(): Characters {
  table ??= makeTable();
  return table;
}

const ideographs: readonly (readonly [number, number])[] = [
  [0x3005, 0x3007],
  [0x3041, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7af],
  [0xf900, 0xfaff],
];
const lastCased = 0x0587;

function makeTable(): Characters {
  const folded = new Uint16Array(0x1_0000);
  const kind = new Uint8Array(0x1_0000);
  for (let unit = 0; unit < 0x1_0000; unit += 1) folded[unit] = unit;
  for (let unit = 0; unit <= lastCased; unit += 1) {
    const lower = String.fromCharCode(unit).toLowerCase();
    if (lower.length === 1) folded[unit] = lower.charCodeAt(0);
    if (isLetter(unit)) kind[unit] = kinds.letter;
  }
  for (const [from, to] of ideographs) kind.fill(kinds.ideograph, from, to + 1);
  kind.fill(kinds.half, 0xd800, 0xe000);
  // 全角 ！…～ are ASCII, 0xFEE0 further up.
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) {
    folded[unit] = folded[unit - 0xfee0] as number;
    kind[unit] = kind[unit - 0xfee0] as number;
  }
  return { folded, kind };
}

/** Digits and the letters of Latin, Greek and Cyrillic script. */
function isLetter(unit: number): boolean {
  const isAscii = (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  return isAscii || (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7);
}
