// What the clock starts in every service, in one list: every service has the same API for it, each answers for itself.

import { accounts, credit, documents, gateway, hotline, loans, notifications, portal, settlement, told, transfers, wechat, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';
import { askEach, type Asked } from './services';

type JobLine = components['schemas']['JobLine'];
/** A job, and whose it is. */
export interface Job extends JobLine { service: string }
/** All jobs, the late first; which services are away. */
export interface Jobs { items: Job[]; away: string[] }

/** The services, by what staff call their business. */
const SERVICES: Asked<{ items: JobLine[] }>[] = [
  ['归集', () => told(accounts.GET('/api/accounts/jobs'))],
  ['提取', () => told(withdrawals.GET('/api/withdrawals/jobs'))],
  ['贷款', () => told(loans.GET('/api/loans/jobs'))],
  ['结算', () => told(settlement.GET('/api/settlement/jobs'))],
  ['异地转移', () => told(transfers.GET('/api/transfers/jobs'))],
  ['信用', () => told(credit.GET('/api/credit/jobs'))],
  ['证明', () => told(documents.GET('/api/documents/jobs'))],
  ['短信', () => told(notifications.GET('/api/notifications/jobs'))],
  ['微信', () => told(wechat.GET('/api/wechat/jobs'))],
  ['热线', () => told(hotline.GET('/api/hotline/jobs'))],
  ['网站', () => told(portal.GET('/api/portal/jobs'))],
  ['登录和权限', () => told(gateway.GET('/api/gateway/jobs'))],
];

/** Read every service; one that is away is named. Throws where none answers. */
export async function readJobs(): Promise<Jobs> {
  const { found, away } = await askEach(SERVICES);
  const items = found.flatMap(({ service, it }) => it.items.map((one) => ({ ...one, service })));
  items.sort((one, other) => other.late_seconds - one.late_seconds || other.failures - one.failures);
  return { items, away };
}

const MINUTE = 60, HOUR = 3600, DAY = 86400;
/** A span of time in words. */
export function span(seconds: number): string {
  if (seconds >= DAY) return `${Math.floor(seconds / DAY)}天`;
  return seconds >= HOUR ? `${Math.floor(seconds / HOUR)}小时` : `${Math.max(1, Math.floor(seconds / MINUTE))}分钟`;
}
function state(one: Job): string {
  const failed = one.failures ? `连续失败${one.failures}次：${one.failure ?? ''}` : '';
  if (one.late_seconds > 0) return `超时${span(one.late_seconds)}${failed && `，${failed}`}`;
  return failed || (one.waiting_since ? '正在办理' : one.looked_at ? '正常' : '尚未开始');
}

/** How a job is shown. */
export const JOB: Column<Job>[] = [
  { head: '业务', cell: (one) => one.service }, { head: '任务', cell: (one) => one.title }, { head: '状态', cell: state },
  { head: '上次检查', cell: (one) => (one.looked_at ? chineseTime(one.looked_at) : '') },
  { head: '上次办理', cell: (one) => (one.did_at ? chineseTime(one.did_at) : '') }, { head: '结果', cell: (one) => one.did ?? '' },
  { head: '下次', cell: (one) => (one.next_at ? chineseTime(one.next_at) : '') },
];
