// What an operator may do for the employer (ADR 22): the token says it, the services ask again.

import { claimsOf, session } from '@/api/session';
import { acting } from './acting';
import type { components } from '@/api/generated/gateway';

export type Right = components['schemas']['Right'];
export const RIGHTS: readonly { right: Right; name: string; note: string }[] = [
  { right: 'draft', name: '编制', note: '编制清册和变更，不能确认' },
  { right: 'confirm', name: '确认', note: '以动态口令确认，对单位有约束力' },
  { right: 'pay', name: '缴款', note: '查看缴款通知、处理暂收款' },
  { right: 'look', name: '查询', note: '查询职工和单位的记录' },
];

/** A right by its name. */
export function nameOf(right: string): string {
  return RIGHTS.find((one) => one.right === right)?.name ?? right;
}

/** Whether whoever is logged in has one of these rights; a maker who acts for the employer enters whatever it could do. */
export function may(...rights: Right[]): boolean {
  if (acting.value) return session.value?.role === 'staff_maker';
  const has = session.value ? claimsOf(session.value)['rights'] : null;
  return Array.isArray(has) && rights.some((right) => has.includes(right));
}
