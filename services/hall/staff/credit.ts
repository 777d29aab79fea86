// The credit platform's users and look-ups (信用平台) as staff see them; who may not see one of them is told so in its place.

import { credit, told } from '@/api/client';
import type { components } from '@/api/generated/credit';
import { Problem } from '@/api/problem';
import { chineseDate, chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';

export type CreditUser = components['schemas']['User'];
export type CreditRole = components['schemas']['NewUser']['role'];
export type LookUp = components['schemas']['LookUp'];

export const ROLE_TEXTS: Record<CreditRole, string> = {
  asker: '查询', reporter: '报送', repair_officer: '信用修复', unit_admin: '单位管理员', auditor: '审计',
};
const SHORT_ID = 8;

/** What somebody may read, or why they may not. */
export interface Mine<T> { value: T | null; refusal: string }
async function mine<T>(reading: Promise<T>): Promise<Mine<T>> {
  try {
    return { value: await reading, refusal: '' };
  } catch (error) {
    if (error instanceof Problem && error.status === 403) return { value: null, refusal: error.message };
    throw error;
  }
}

/** The users of the own unit, or of all for who decides. */
export function readUsers() {
  return mine(told(credit.GET('/api/credit/users')));
}

/** The latest look-ups, and whether their chain holds; the auditor's alone. */
export function readLookUps() {
  return mine(Promise.all([told(credit.GET('/api/credit/look-ups')), told(credit.GET('/api/credit/look-ups/verification'))]));
}

/** How somebody who logs in is told apart: nobody's name stands there. */
export function shortId(id: string): string {
  return id.slice(0, SHORT_ID);
}

export const USER: Column<CreditUser>[] = [
  { head: '用户', cell: (one) => shortId(one.identity_id) }, { head: '单位', cell: (one) => `${one.unit_name}（${one.county}）` },
  { head: '角色', cell: (one) => ROLE_TEXTS[one.role] }, { head: '状态', cell: (one) => (one.shut_reason ? `已停用：${one.shut_reason}` : one.odd ? '查询量异常' : '正常') },
  { head: '单位确认至', cell: (one) => chineseDate(one.confirmed_until) }, { head: '最近使用', cell: (one) => chineseDate(one.last_used_on) },
  { head: '24小时查询', cell: (one) => String(one.looked_up_day), number: true }, { head: '30天查询', cell: (one) => String(one.looked_up_month), number: true },
];
export const LOOK_UP: Column<LookUp>[] = [
  { head: '序号', cell: (one) => String(one.number), number: true }, { head: '时间', cell: (one) => chineseTime(one.looked_at, true) },
  { head: '用户', cell: (one) => shortId(one.identity_id) }, { head: '单位', cell: (one) => one.unit_code }, { head: '办件', cell: (one) => one.matter_id },
  { head: '用途', cell: (one) => one.purpose }, { head: '摘要', cell: (one) => one.digest.slice(0, SHORT_ID) },
];
