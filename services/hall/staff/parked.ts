// Messages that a service could not handle (停放消息), of all services in one list: what each means, and the two safe ways out.

import { accounts, credit, documents, gateway, hotline, loans, notifications, portal, settlement, told, transfers, wechat, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { Problem } from '@/api/problem';
import { chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';
import type { Grounds } from './grounds';

type Line = components['schemas']['ParkedLine'];
type Page = components['schemas']['ParkedList'];
interface Desk {
  text: string;
  read(): Promise<Page>;
  replay(queue: string, message_ids: string[], key: string): Promise<{ messages: number }>;
  setAside(queue: string, message_ids: string[], grounds: Grounds, key: string): Promise<{ summary: string }>;
}
const at = (queue: string, key: string) => ({ params: { path: { queue }, header: { 'Idempotency-Key': key } } });

const DESKS = {
  accounts: {
    text: '归集', read: () => told(accounts.GET('/api/accounts/parked')),
    replay: (queue, message_ids, key) => told(accounts.POST('/api/accounts/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(accounts.POST('/api/accounts/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  withdrawals: {
    text: '提取', read: () => told(withdrawals.GET('/api/withdrawals/parked')),
    replay: (queue, message_ids, key) => told(withdrawals.POST('/api/withdrawals/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(withdrawals.POST('/api/withdrawals/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  loans: {
    text: '贷款', read: () => told(loans.GET('/api/loans/parked')),
    replay: (queue, message_ids, key) => told(loans.POST('/api/loans/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(loans.POST('/api/loans/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  settlement: {
    text: '结算', read: () => told(settlement.GET('/api/settlement/parked')),
    replay: (queue, message_ids, key) => told(settlement.POST('/api/settlement/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(settlement.POST('/api/settlement/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  transfers: {
    text: '异地转移', read: () => told(transfers.GET('/api/transfers/parked')),
    replay: (queue, message_ids, key) => told(transfers.POST('/api/transfers/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(transfers.POST('/api/transfers/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  credit: {
    text: '信用', read: () => told(credit.GET('/api/credit/parked')),
    replay: (queue, message_ids, key) => told(credit.POST('/api/credit/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(credit.POST('/api/credit/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  documents: {
    text: '证明', read: () => told(documents.GET('/api/documents/parked')),
    replay: (queue, message_ids, key) => told(documents.POST('/api/documents/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(documents.POST('/api/documents/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  notifications: {
    text: '短信', read: () => told(notifications.GET('/api/notifications/parked')),
    replay: (queue, message_ids, key) => told(notifications.POST('/api/notifications/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(notifications.POST('/api/notifications/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  wechat: {
    text: '微信', read: () => told(wechat.GET('/api/wechat/parked')),
    replay: (queue, message_ids, key) => told(wechat.POST('/api/wechat/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(wechat.POST('/api/wechat/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  hotline: {
    text: '热线', read: () => told(hotline.GET('/api/hotline/parked')),
    replay: (queue, message_ids, key) => told(hotline.POST('/api/hotline/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(hotline.POST('/api/hotline/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  portal: {
    text: '网站', read: () => told(portal.GET('/api/portal/parked')),
    replay: (queue, message_ids, key) => told(portal.POST('/api/portal/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(portal.POST('/api/portal/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
  gateway: {
    text: '登录和权限', read: () => told(gateway.GET('/api/gateway/parked')),
    replay: (queue, message_ids, key) => told(gateway.POST('/api/gateway/parked/{queue}/replays', { ...at(queue, key), body: { message_ids } })),
    setAside: (queue, message_ids, grounds, key) => told(gateway.POST('/api/gateway/parked/{queue}/settings-aside', { ...at(queue, key), body: { message_ids, ...grounds } })),
  },
} satisfies Record<string, Desk>;
type DeskName = keyof typeof DESKS;
const NAMES = Object.keys(DESKS) as DeskName[];

/** A parked message, and whose it is. */
export interface Message extends Line { desk: DeskName }
/** What is parked for one purpose: what that is, what stands still meanwhile. */
export interface Pile { desk: DeskName; queue: string; whose: string; title: string; standsStill: string; messages: Message[] }
/** What is parked, by purpose; what was set aside; which services are away; whether there is more than is listed. */
export interface Parked { piles: Pile[]; aside: Message[]; away: string[]; more: boolean }

/** Read every service; one that is away is named. Throws where none answers. */
export async function readParked(): Promise<Parked> {
  const answers = await Promise.allSettled(NAMES.map((name) => DESKS[name].read()));
  const parked: Parked = { piles: [], aside: [], away: [], more: false };
  let refusal: unknown = null;
  answers.forEach((answer, index) => {
    const desk = NAMES[index]!;
    if (answer.status === 'rejected') {
      refusal = answer.reason instanceof Problem && answer.reason.status === 403 ? answer.reason : refusal ?? answer.reason;
      parked.away.push(DESKS[desk].text);
      return;
    }
    parked.more ||= answer.value.more;
    for (const line of answer.value.items) put(parked, { ...line, desk });
  });
  if (parked.away.length === NAMES.length) throw refusal;
  return parked;
}

function put(parked: Parked, one: Message): void {
  if (one.state === 'set_aside') {
    parked.aside.push(one);
    return;
  }
  const pile = parked.piles.find((found) => found.queue === one.queue);
  if (pile) pile.messages.push(one);
  else parked.piles.push({ desk: one.desk, queue: one.queue, whose: DESKS[one.desk].text, title: one.title, standsStill: one.stands_still, messages: [one] });
}

/** How many lie there, those that move included. */
export const lying = (it: Parked): number => it.piles.reduce((sum, pile) => sum + pile.messages.length, 0);
/** Whether something moves right now. */
export const moves = (it: Parked): boolean => it.piles.some((pile) => pile.messages.some((one) => one.state !== 'parked'));
/** What can be moved of a pile. */
export const still = (messages: readonly Message[]): Message[] => messages.filter((one) => one.state === 'parked');

/** So many at once; the rest is moved by pressing again. */
export const AT_ONCE_MAX = 200;
const idsOf = (messages: readonly Message[]) => messages.slice(0, AT_ONCE_MAX).map((one) => one.message_id);

/** Have messages of one queue handled again. */
export function replay(messages: readonly Message[], key: string): Promise<{ messages: number }> {
  const [first] = messages;
  return DESKS[first!.desk].replay(first!.queue, idsOf(messages), key);
}
/** Propose to take messages of one queue out of the way. */
export function setAside(messages: readonly Message[], grounds: Grounds, key: string): Promise<{ summary: string }> {
  const [first] = messages;
  return DESKS[first!.desk].setAside(first!.queue, idsOf(messages), grounds, key);
}

function state(one: Message): string {
  if (one.state === 'replaying') return `${one.asked_by_name ?? ''}申请重放，正在办理`;
  return one.state === 'setting_aside' ? '复核同意移出，正在办理' : `停放，已试${one.attempts}次`;
}
const ERROR_SHOWN = 160;
const shortly = (text: string) => (text.length > ERROR_SHOWN ? `${text.slice(0, ERROR_SHOWN)}…` : text);

/** How a parked message is shown. */
export const MESSAGE: Column<Message>[] = [
  { head: '事项编号', cell: (one) => one.subject || '没有写明' }, { head: '状态', cell: state }, { head: '发生时间', cell: (one) => chineseTime(one.occurred_at) },
  { head: '停放时间', cell: (one) => chineseTime(one.seen_at) }, { head: '原因和办法', cell: (one) => one.why }, { head: '程序记录', cell: (one) => `${one.type}：${shortly(one.error)}` },
];
/** How one that was set aside is shown. */
export const ASIDE: Column<Message>[] = [
  { head: '用途', cell: (one) => one.title }, { head: '事项编号', cell: (one) => one.subject || '没有写明' }, { head: '发生时间', cell: (one) => chineseTime(one.occurred_at) },
  { head: '提出人', cell: (one) => one.asked_by_name ?? '' }, { head: '移出时间', cell: (one) => (one.ended_at ? chineseTime(one.ended_at) : '') }, { head: '程序记录', cell: (one) => `${one.type}：${shortly(one.error)}` },
];
