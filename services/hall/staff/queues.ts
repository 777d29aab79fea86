// What waits in the queues between the services (消息等待), of all services in one list: the oldest first.

import { accounts, credit, documents, gateway, hotline, loans, notifications, portal, settlement, told, transfers, wechat, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import type { Column } from '@/kit/DataTable.vue';
import { span } from './jobs';
import { askEach, type Asked } from './services';

type Line = components['schemas']['QueueLine'];
/** A queue, and who reads it. */
export interface Queue extends Line { service: string }
/** How many queues there are; those in which something waits; which services are away. */
export interface Queues { all: number; waiting: Queue[]; away: string[] }

const SERVICES: Asked<{ items: Line[] }>[] = [
  ['归集', () => told(accounts.GET('/api/accounts/queues'))],
  ['提取', () => told(withdrawals.GET('/api/withdrawals/queues'))],
  ['贷款', () => told(loans.GET('/api/loans/queues'))],
  ['结算', () => told(settlement.GET('/api/settlement/queues'))],
  ['异地转移', () => told(transfers.GET('/api/transfers/queues'))],
  ['信用', () => told(credit.GET('/api/credit/queues'))],
  ['证明', () => told(documents.GET('/api/documents/queues'))],
  ['短信', () => told(notifications.GET('/api/notifications/queues'))],
  ['微信', () => told(wechat.GET('/api/wechat/queues'))],
  ['热线', () => told(hotline.GET('/api/hotline/queues'))],
  ['网站', () => told(portal.GET('/api/portal/queues'))],
  ['登录和权限', () => told(gateway.GET('/api/gateway/queues'))],
];

/** Read every service; one that is away is named. Throws where none answers. */
export async function readQueues(): Promise<Queues> {
  const { found, away } = await askEach(SERVICES);
  const items = found.flatMap(({ service, it }) => it.items.map((one) => ({ ...one, service })));
  const waiting = items.filter((one) => one.oldest_seconds !== null || one.retrying > 0);
  return { all: items.length, waiting: waiting.sort((one, other) => (other.oldest_seconds ?? -1) - (one.oldest_seconds ?? -1)), away };
}
/** How the queues stand, in a sentence. */
export function saidOf(it: Queues): string {
  const oldest = it.waiting[0]?.oldest_seconds;
  if (!it.waiting.length) return `${it.all}个队列都没有等待的消息。`;
  return `${it.all}个队列中${it.waiting.length}个有消息等待${oldest == null ? '重试' : `，最久${shortly(oldest)}`}。`;
}

const MINUTE = 60;
const shortly = (seconds: number): string => (seconds < MINUTE ? `${seconds}秒` : span(seconds));
/** How a queue is shown. */
export const QUEUE: Column<Queue>[] = [
  { head: '业务', cell: (one) => one.service }, { head: '用途', cell: (one) => one.title }, { head: '等待', cell: (one) => String(one.waiting), number: true },
  { head: '失败后等待重试', cell: (one) => String(one.retrying), number: true }, { head: '最久已等待', cell: (one) => (one.oldest_seconds === null ? '' : shortly(one.oldest_seconds)), number: true },
];
