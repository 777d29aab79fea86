// The lines of a sheet that is filled in here: text by field, what is wrong with a line, and what a service said of it.

import { Problem } from '@/api/problem';
import { fenFromYuan } from '@/lib/money';
import { SEAL_WORDS, sealReason } from './staffing';

export type Line = Record<string, string>;
export interface Field { key: string; head: string; track?: string; number?: boolean; fixed?: boolean; check?: (text: string, line: Line) => string | null }
export interface Wrong { key: string; text: string }

/** So many empty lines to fill in. */
export function empty(fields: readonly Field[], count: number): Line[] {
  return Array.from({ length: count }, () => Object.fromEntries(fields.map((field) => [field.key, ''])));
}

/** Whether something is typed in a line. */
export function filled(line: Line, fields: readonly Field[]): boolean {
  return fields.some((field) => !field.fixed && line[field.key]?.trim());
}

/** What is wrong with a line; nothing with an empty one. */
export function wrongIn(line: Line, fields: readonly Field[]): Wrong | null {
  if (!filled(line, fields)) return null;
  for (const field of fields) {
    const text = field.check?.(line[field.key]!.trim(), line);
    if (text) return { key: field.key, text };
  }
  return null;
}

/** What a service said of rows: by number from 1. */
export function saidOfRows(error: unknown): Map<number, string> {
  const found = new Map<number, string>();
  const told = error instanceof Problem ? error.body['errors'] : null;
  if (!Array.isArray(told)) return found;
  for (const one of told as { row?: unknown; reason?: unknown }[]) {
    if (typeof one.row === 'number' && typeof one.reason === 'string') found.set(one.row, [found.get(one.row), one.reason].filter(Boolean).join('；'));
  }
  return found;
}

export const account: Field = { key: 'account', head: '个人账号', track: '10rem', check: (text) => (/^[0-9]{6,20}$/.test(text) ? null : '个人账号应为6至20位数字') };
export const base: Field = { key: 'base', head: '缴存基数', track: '9rem', number: true, check: (text) => (fenFromYuan(text) === null ? '缴存基数应为大于0的金额，最多两位小数' : null) };
export const monthField = (key: string, head: string): Field => ({
  key, head, track: '8rem', check: (text) => (monthOf(text) ? null : `${head}应写成2026-11的样子`),
});
export const sealWhy: Field = { key: 'why', head: '封存原因', track: '9rem', check: (text) => (sealReason(text) ? null : `封存原因应为：${SEAL_WORDS}`) };
export const remark: Field = { key: 'remark', head: '说明', track: 'minmax(9rem, 1fr)' };

/** A month as people write it ("2026-11", "2026年11月", "202611"); null when it is none. */
export function monthOf(text: string): string | null {
  const found = /^((?:19|20|21)[0-9]{2})\s*[-/.年]?\s*(0?[1-9]|1[0-2])\s*月?$/.exec(text.normalize('NFKC').trim());
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}` : null;
}
