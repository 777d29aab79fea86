// The people of a month as a grid holds them: what is typed, what is wrong with it, what changes follow of it.

import { fenFromYuan, yuan } from '@/lib/money';
import type { Schema } from './own';

export const SEAL_REASONS = {
  terminated: '离职', retired: '退休', unpaid_leave: '停薪留职', deceased: '死亡', sentenced: '判刑', abroad: '出国定居', other: '其他',
} as const;
export type SealReason = keyof typeof SEAL_REASONS;
export const SEAL_WORDS = Object.values(SEAL_REASONS).join('、');

export interface Member {
  account: string; name: string; id: string; heldFen: number;
  base: string; reason: string; seal: string;
  problem: string | null; field: 'base' | 'seal' | null;
}
export type MemberField = 'base' | 'reason' | 'seal';
type Change = Schema['ChangesBody']['items'][number];

/** A row of the grid for somebody who contributes. */
export function member(one: Schema['StaffAccount']): Member {
  return {
    account: one.account_number, name: one.name, id: one.id_number, heldFen: one.base_fen,
    base: yuan(one.base_fen), reason: '', seal: '', problem: null, field: null,
  };
}

/** The reason of a seal by its word, or null. */
export function sealReason(text: string): SealReason | null {
  const found = Object.entries(SEAL_REASONS).find(([, word]) => word === text.trim());
  return (found?.[0] as SealReason | undefined) ?? null;
}

/** Say what is wrong with a row, in the row. */
export function check(row: Member): void {
  const badBase = fenFromYuan(row.base) === null;
  const badSeal = row.seal.trim() !== '' && sealReason(row.seal) === null;
  row.field = badBase ? 'base' : badSeal ? 'seal' : null;
  row.problem = badBase ? '基数应为大于0的金额，最多两位小数' : badSeal ? `封存原因应为：${SEAL_WORDS}` : null;
}

/** Whether something was changed in a row. */
export function changed(row: Member): boolean {
  return row.seal.trim() !== '' || fenFromYuan(row.base) !== row.heldFen;
}

/** The changes that rows ask for, from a month on. */
export function changesOf(rows: readonly Member[], month: string): Change[] {
  return rows.filter((row) => changed(row) && !row.problem).map((row): Change => {
    const reason = sealReason(row.seal);
    return reason
      ? { kind: 'seal', account_number: row.account, reason, effective_month: month, evidence: row.reason.trim() }
      : { kind: 'base', account_number: row.account, base_fen: fenFromYuan(row.base)!, effective_month: month, reason: row.reason.trim() };
  });
}
