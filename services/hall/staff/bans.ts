// Who may not withdraw for a while (限制提取, R-WDR-14): imposed at the person's page, lifted here, both by two people.

import { told, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/withdrawals';
import { chineseDate } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';
import { awaiting, type Asked } from './asking';

export type Ban = components['schemas']['Ban'];
const BANS_MAX = 200;
const STATES: Record<string, string> = { in_force: '限制中', over: '已期满', lifted: '已解除', waiting: '没有生效' };
export const CAUSES = { false_materials: '使用虚假材料', loan_fraud: '骗取贷款' } as const;
export const readBans = async () => ({ items: (await told(withdrawals.GET('/api/withdrawals/bans', { params: { query: { limit: BANS_MAX } } }))).items, next_cursor: null });
export const BAN: Column<Ban>[] = [
  { head: '发现', cell: (one) => chineseDate(one.found_on) }, { head: '原因', cell: (one) => CAUSES[one.cause as keyof typeof CAUSES] ?? one.cause }, { head: '文号', cell: (one) => one.document_number },
  { head: '限制至', cell: (one) => chineseDate(one.ends_on) }, { head: '状态', cell: (one) => STATES[one.state] ?? one.state }, { head: '提出人', cell: (one) => one.proposed_by_name },
];
export const isInForce = (one: Ban) => one.state === 'in_force';
/** Taking a wrong ban back; it stays on record. */
export const liftDeed = (one: Ban): Asked => ({
  title: '解除限制提取', about: `依据${one.document_number}的限制，原定至${chineseDate(one.ends_on)}。解除的记录一直保留。`, yes: '提交复核', fields: [], reason: '为什么解除', evidence: 'needed',
  send: async (_values, body, key) => awaiting(await told(withdrawals.POST('/api/withdrawals/bans/{ban_id}/lift', { params: { path: { ban_id: one.id }, header: { 'Idempotency-Key': key } }, body }))),
});
