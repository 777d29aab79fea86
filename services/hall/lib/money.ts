// Money is a whole number of fen; text goes to fen and back by its digits, no fraction is ever computed.

/** Fen as yuan with two decimals and commas: 170159 is 1,701.59. */
export function yuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new TypeError('money is a whole number of fen');
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** Fen as an amount with its unit, or nothing where there is none. */
export function amount(fen: number | null | undefined): string | null {
  return fen === null || fen === undefined ? null : `${yuan(fen)} 元`;
}

/** Yuan as typed, "1,701.59", as fen; null when it is no amount above zero. */
export function fenFromYuan(text: string): number | null {
  const found = /^([0-9]{1,9})(?:\.([0-9]{1,2}))?$/.exec(text.normalize('NFKC').replace(/[\s,元¥]/g, ''));
  if (!found) return null;
  const fen = Number(found[1]! + (found[2] ?? '').padEnd(2, '0'));
  return fen > 0 ? fen : null;
}

/** Basis points as a percentage: 800 is 8%. */
export function percent(basisPoints: number): string {
  return `${yuan(basisPoints).replace(/\.?0+$/, '')}%`;
}

/** "8" or "8.5" percent as basis points, by its digits; null when it is no percentage above zero. */
export function basisPoints(text: string): number | null {
  const parts = /^([0-9]{1,2})(?:\.([0-9]{1,2}))?%?$/.exec(text.normalize('NFKC').trim());
  const made = parts ? Number(parts[1]! + (parts[2] ?? '').padEnd(2, '0')) : 0;
  return made > 0 ? made : null;
}

/** The sum of amounts, exact. */
export function sum(amounts: Iterable<number>): number {
  let total = 0n;
  for (const fen of amounts) total += BigInt(fen);
  return Number(total);
}
