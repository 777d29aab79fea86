// The telephone desk (电话台): read again every few seconds while the page is seen; nobody is named but whoever has proved it.

import { onUnmounted, shallowRef } from 'vue';
import { accounts, hotline, told, toldIfAny } from '@/api/client';
import type { components } from '@/api/generated/hotline';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { looking } from './grounds';
import type { Account } from './whole';

export type Desk = components['schemas']['Desk'];
export type OwnCall = components['schemas']['OwnCall'];
export type Figures = components['schemas']['DayFigures'];
export type State = components['schemas']['NewState']['state'];
type WaitingLine = components['schemas']['WaitingLine'];

const AGAIN_MS = 2_000, MINUTE = 60;
const ASKED: Record<string, string> = {
  balance: '账户余额', last_deposit: '最近缴存', withdrawal: '提取进度', loan: '贷款还款', lost_phone: '手机挂失',
  guide_withdraw: '提取指南', guide_borrow: '贷款指南', guide_deposit: '缴存指南', guide_transfer: '转移指南',
};
/** What was asked for, in words, each once. */
export const askedFor = (codes: readonly string[]) => [...new Set(codes.map((code) => ASKED[code] ?? code))].join('、') || '没有选择';

/** For how long, in words. */
export function waited(since: string, at: string): string {
  const seconds = Math.max(0, Math.floor((Date.parse(at) - Date.parse(since)) / 1000));
  return seconds < MINUTE ? `${seconds}秒` : `${Math.floor(seconds / MINUTE)}分${seconds % MINUTE}秒`;
}
/** Who waits, as a table; the times are of `at`. */
export const waitingColumns = (at: string): Column<WaitingLine>[] => [
  { head: '已等候', cell: (one) => waited(one.queued_at, at) },
  { head: '身份', cell: (one) => (one.proved ? '已验证' : '未验证') },
  { head: '查询过', cell: (one) => askedFor(one.asked) },
];

const share = (part: number, whole: number) => (whole ? `${part}（${Math.round((part / whole) * 100)}%）` : String(part));
/** The figures of a day, in words. */
export const figureFacts = (it: Figures): Fact[] => [
  ['来电', String(it.calls)], ['验证身份', share(it.proved, it.calls)], ['要求人工', String(it.wanted_agent)], ['人工接通', share(it.answered, it.wanted_agent)],
  ['20秒内接通', share(it.answered_in_time, it.wanted_agent)], ['平均等候', it.answered ? `${Math.round(it.average_wait_seconds)}秒` : null], ['排队中放弃', share(it.given_up, it.wanted_agent)],
  ['登记回电', String(it.call_backs_asked)], ['已回电', String(it.called_back)], ['当场解决', String(it.solved)], ['工单已答复', String(it.cases_answered)], ['工单待答复', String(it.cases_open)], ['线路或系统中断', String(it.cut_off)],
];

/** The desk, read again and again while the page is open and seen. */
export function useDesk() {
  const desk = shallowRef<Desk>(), problem = shallowRef<unknown>(null);
  async function load(): Promise<void> {
    try {
      desk.value = await told(hotline.GET('/api/hotline/desk'));
      problem.value = null;
    } catch (error) {
      problem.value = error;
    }
  }
  void load();
  const timer = window.setInterval(() => { if (!document.hidden) void load(); }, AGAIN_MS);
  onUnmounted(() => { window.clearInterval(timer); });
  return { desk, problem, load };
}

/** Why an agent may look at whoever calls: the call itself (R-QRY-5). */
export const reasonOf = (call: OwnCall) => `12329来电 ${call.call_id}`;

/** The account of whoever has proved it on the telephone; null where there is none. */
export async function accountOf(person_id: string, reason: string): Promise<Account | null> {
  const header = looking(reason);
  const { account_numbers: [first] } = await told(accounts.POST('/api/accounts/accounts/lookup', { params: { header }, body: { person_id, id_type: '01' } }));
  return first ? await toldIfAny(accounts.GET('/api/accounts/accounts/{account_number}', { params: { path: { account_number: first }, header } })) : null;
}
