// What goes to and from the bank (银行往来): the days that were compared with it, and one order with all that happened to it.

import { settlement, told } from '@/api/client';
import type { components } from '@/api/generated/settlement';
import { chineseDate, chineseTime } from '@/lib/dates';
import { amount, yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { looking } from './grounds';

export type Day = components['schemas']['Reconciliation'];
export type Order = components['schemas']['PaymentOrderDetail'];
const DAYS = 31;
const STATES: Record<string, string> = { waiting: '等待对账', finished: '已对账', failed: '对账没有完成' };

export const readDays = () => told(settlement.GET('/api/settlement/reconciliations', { params: { query: { limit: DAYS } } })).then((found) => found.items);
export const compare = (business_date: string, key: string) => told(settlement.POST('/api/settlement/reconciliations', { params: { header: { 'Idempotency-Key': key } }, body: { business_date } }));
export const readOrder = (order_id: string, reason: string) => told(settlement.GET('/api/settlement/payment-orders/{order_id}', { params: { path: { order_id } }, headers: looking(reason) }));

export const DAY: Column<Day>[] = [
  { head: '业务日期', cell: (one) => chineseDate(one.business_date) }, { head: '状态', cell: (one) => one.problem ?? (STATES[one.state] ?? one.state) },
  { head: '完成时间', cell: (one) => (one.finished_at ? chineseTime(one.finished_at) : '') },
  { head: '期初余额', cell: (one) => amount(one.opening_fen) ?? '', number: true }, { head: '期末余额', cell: (one) => amount(one.closing_fen) ?? '', number: true },
  { head: '核对笔数', cell: (one) => String(one.compared ?? ''), number: true },
  { head: '未说明的差异', cell: (one) => String(one.open_differences), number: true }, { head: '已说明的差异', cell: (one) => String(one.explained_differences), number: true },
];
export const STEP: Column<Order['history'][number]>[] = [{ head: '时间', cell: (one) => chineseTime(one.at, true) }, { head: '经过', cell: (one) => one.text }];
export const ENTRY: Column<Order['bank_entries'][number]>[] = [
  { head: '记账日', cell: (one) => chineseDate(one.booked_on) }, { head: '银行流水号', cell: (one) => one.serial }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true },
];
export const CONCLUSION: Column<Order['conclusions'][number]>[] = [
  { head: '结论', cell: (one) => one.outcome_text }, { head: '说明', cell: (one) => one.explanation }, { head: '提出', cell: (one) => `${one.proposed_by_name}，${chineseTime(one.proposed_at)}` },
  { head: '复核', cell: (one) => (one.decided_by_name ? `${one.decided_by_name}${one.agreed ? '同意' : '不同意'}` : '等待复核') },
];

export const factsOf = (one: Order): Fact[] => [
  ['类型', one.kind_text], ['状态', one.state_text], ['金额', yuan(one.amount_fen)], ['收付款人', `${one.holder_name}（尾号${one.card_tail}）`], ['须关注', one.attention_text],
];
