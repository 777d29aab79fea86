// How the system stands (系统状态), from what each service counts: nobody is named.

import { gateway, hotline, notifications, settlement, told, withdrawals } from '@/api/client';
import type { components as OfHotline } from '@/api/generated/hotline';
import type { components as OfNotifications } from '@/api/generated/notifications';
import type { components as OfSettlement } from '@/api/generated/settlement';
import type { components as OfWithdrawals } from '@/api/generated/withdrawals';
import { chineseDate } from '@/lib/dates';
import { yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Form } from '@/kit/ExportButtons.vue';
import type { Fact } from '@/kit/FactList.vue';
import { span } from './jobs';
import { haste, openWork, timeLeft, type Work } from './proposals';

type Paid = OfSettlement['schemas']['FiguresShown'];
type Pace = OfWithdrawals['schemas']['DayPace'];
type Texts = OfNotifications['schemas']['Counters'];
type Calls = OfHotline['schemas']['DayFigures'];
/** Texts of the last day in one state. */
export interface TextState { state: string; texts: number; segments: number }

export const readPaid = () => told(settlement.GET('/api/settlement/figures'));
export const readPace = () => told(withdrawals.GET('/api/withdrawals/figures'));
/** The report of a business day (资金日报), as a file. */
export const readReport = (business_date: string, form: Form) => told(settlement.GET('/api/settlement/daily-reports/{business_date}', { params: { path: { business_date }, query: { form } }, parseAs: 'blob' }));
export const readTexts = () => told(notifications.GET('/api/notifications/counters', { params: { query: { hours: 24 } } }));
export const readCalls = () => told(hotline.GET('/api/hotline/figures'));
export const readWork = openWork;
export const readDashboards = () => told(gateway.GET('/api/gateway/dashboards'));

export const PAID: Column<OfSettlement['schemas']['PaidOf']>[] = [
  { head: '指令', cell: (one) => one.kind_text }, { head: '笔数', cell: (one) => String(one.orders), number: true }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true },
];
export const paidFacts = (it: Paid): Fact[] => [
  ['业务日期', chineseDate(it.day)], ['等待发送', `${it.unsent}笔${it.unsent ? `，最久${span(it.oldest_unsent_seconds)}` : ''}`], ['结果未知', `${it.unknown}笔`],
  ['与银行说法矛盾', `${it.flagged}笔`], ['无法采信的银行记录', `${it.odd}条`],
];
const SECONDS_SHOWN_MAX = 600;
const lasted = (seconds: number | null): string | null => {
  if (seconds === null) return null;
  return seconds < SECONDS_SHOWN_MAX ? `${seconds.toFixed(1)}秒` : span(seconds);
};
/** Of today's withdrawals: how many are paid, how long that took from the application to the bank's word. */
export const paceFacts = (it: Pace): Fact[] => [
  ['今日申请', `${it.submitted}笔`], ['其中已到账', `${it.paid}笔`], ['其中仍在办', `${it.waiting}笔`],
  ['申请到到账，一半在', lasted(it.half_seconds)], ['申请到到账，99%在', lasted(it.p99_seconds)],
];
export const TEXT: Column<TextState>[] = [
  { head: '状态', cell: (one) => one.state }, { head: '短信', cell: (one) => String(one.texts), number: true }, { head: '计费条数', cell: (one) => String(one.segments), number: true },
];
/** Texts of all templates together, by state. */
export function byState(it: Texts): TextState[] {
  const found = new Map<string, TextState>();
  for (const one of it.counters) {
    const sum = found.get(one.state_text) ?? { state: one.state_text, texts: 0, segments: 0 };
    found.set(one.state_text, { ...sum, texts: sum.texts + one.texts, segments: sum.segments + one.segments });
  }
  return [...found.values()].sort((one, other) => other.texts - one.texts);
}
/** How long the oldest text has waited to be sent. */
export function oldestText(it: Texts, now = Date.now()): string {
  return it.oldest_queued_at ? `最早一条已等待${span((now - Date.parse(it.oldest_queued_at)) / 1000)}。` : '没有等待发送的短信。';
}
export const callFacts = (it: Calls): Fact[] => [
  ['今日来电', String(it.calls)], ['转人工', String(it.served)], ['要求回电', `${it.call_backs_asked}，已回${it.called_back}`], ['未办结工单', String(it.cases_open)],
];
export function workFacts(it: Work): Fact[] {
  const [first] = it.matters;
  return [
    ['等待复核', `${it.matters.length}${it.more ? '以上' : ''}件`], ['不到一天到期', `${it.matters.filter((one) => haste(one) !== 'time').length}件`],
    ['最近到期', first ? `${first.title}，${timeLeft(first)}` : null],
  ];
}
