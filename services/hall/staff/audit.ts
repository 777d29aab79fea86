// The audit trail of every service: each keeps its own, all have the same API for it.

import { accounts, credit, documents, gateway, hotline, loans, notifications, portal, settlement, told, transfers, wechat, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';

export type Line = components['schemas']['AuditLine'];
type Page = components['schemas']['AuditPage'];
/** Whom and what it is about; empty: everybody, everything. */
export interface Asked { actor_id: string; subject: string }

function query(asked: Asked, cursor: string | null) {
  return {
    params: { query: { limit: 50, ...(asked.actor_id && { actor_id: asked.actor_id }), ...(asked.subject && { subject: asked.subject }), ...(cursor && { cursor }) } },
  };
}
type Read = (asked: Asked, cursor: string | null) => Promise<Page>;

/** The services, by what staff call their business. */
export const TRAILS: Record<string, { text: string; read: Read }> = {
  gateway: { text: '登录和权限', read: (...of) => told(gateway.GET('/api/gateway/audit', query(...of))) },
  accounts: { text: '归集', read: (...of) => told(accounts.GET('/api/accounts/audit', query(...of))) },
  withdrawals: { text: '提取', read: (...of) => told(withdrawals.GET('/api/withdrawals/audit', query(...of))) },
  loans: { text: '贷款', read: (...of) => told(loans.GET('/api/loans/audit', query(...of))) },
  settlement: { text: '结算', read: (...of) => told(settlement.GET('/api/settlement/audit', query(...of))) },
  transfers: { text: '异地转移', read: (...of) => told(transfers.GET('/api/transfers/audit', query(...of))) },
  documents: { text: '证明', read: (...of) => told(documents.GET('/api/documents/audit', query(...of))) },
  credit: { text: '信用', read: (...of) => told(credit.GET('/api/credit/audit', query(...of))) },
  notifications: { text: '短信', read: (...of) => told(notifications.GET('/api/notifications/audit', query(...of))) },
  wechat: { text: '微信', read: (...of) => told(wechat.GET('/api/wechat/audit', query(...of))) },
  hotline: { text: '热线', read: (...of) => told(hotline.GET('/api/hotline/audit', query(...of))) },
  portal: { text: '网站', read: (...of) => told(portal.GET('/api/portal/audit', query(...of))) },
};

const ROLES: Record<string, string> = {
  individual: '个人', employer_operator: '单位经办人', staff_maker: '经办', staff_checker: '复核', staff_admin: '管理员',
  staff_auditor: '审计', kiosk: '自助终端', service: '系统', operator: '运维',
};
const OUTCOMES: Record<string, string> = { done: '已完成', refused: '被拒绝', denied: '无权，已阻止' };

/** How a line is shown. */
export const LINE: Column<Line>[] = [
  { head: '时间', cell: (one) => chineseTime(one.recorded_at, true) },
  { head: '何人', cell: (one) => [one.actor, ROLES[one.role] ?? one.role].filter(Boolean).join('，') },
  { head: '从何处', cell: (one) => [one.channel, one.address].filter(Boolean).join(' ') },
  { head: '操作', cell: (one) => one.action },
  { head: '结果', cell: (one) => [OUTCOMES[one.outcome] ?? one.outcome, one.reason].filter(Boolean).join('：') },
  { head: '对象', cell: (one) => one.subject },
  { head: '人员编号', cell: (one) => one.actor_id ?? '' },
];
