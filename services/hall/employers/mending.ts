// The errors of an uploaded list as a grid holds them: what stands there, what is typed in its stead.

import type { Schema } from './own';

/** What is typed where a whole row is to be left out. */
export const LEAVE_OUT = '删除';

export interface Mend {
  at: string; cell: string; row: number; column: string | null;
  value: string; reason: string; allowed: string;
  typed: string; problem: string | null;
}
type Typed = Schema['Corrections']['cells'][number];

/** The rows of the grid, one for each error. */
export function mends(errors: readonly Schema['ListFileError'][]): Mend[] {
  return errors.map((one, at): Mend => ({
    at: String(at), cell: one.cell, row: one.row, column: one.column, value: one.value, reason: one.reason, allowed: one.allowed, typed: '', problem: null,
  }));
}

/** Whether something can be typed: not where it is the whole file that is wrong. */
export function open(one: Mend): boolean {
  return one.row > 0;
}

/** Say what is wrong with what was typed. */
export function check(one: Mend): void {
  const text = one.typed.trim();
  one.problem = text && one.column === null && text !== LEAVE_OUT ? `整行的问题只能填“${LEAVE_OUT}”，或在原文件中改正` : null;
}

/** The cells that are typed anew; a row that is left out is named once, whatever else is typed in it. */
export function corrections(all: readonly Mend[]): Typed[] {
  const done = all.filter((one) => one.typed.trim() && !one.problem);
  const out = new Set(done.filter((one) => one.typed.trim() === LEAVE_OUT).map((one) => one.row));
  return [
    ...[...out].map((row): Typed => ({ row, column: null, text: '' })),
    ...done.filter((one) => !out.has(one.row)).map((one): Typed => ({ row: one.row, column: one.column, text: one.typed.trim() })),
  ];
}
