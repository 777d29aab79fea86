// What went wrong and waits for people: how each is read, shown and answered.

import { accounts, settlement, told, withdrawals } from '@/api/client';
import type { components as OfAccounts } from '@/api/generated/accounts';
import type { components as OfSettlement } from '@/api/generated/settlement';
import type { components as OfWithdrawals } from '@/api/generated/withdrawals';
import { chineseDate, chineseTime } from '@/lib/dates';
import { amount, yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';

export type Order = OfSettlement['schemas']['PaymentOrder'];
export type Difference = OfSettlement['schemas']['Difference'];
export type Cross = OfSettlement['schemas']['CrossDifference'];
export type Odd = OfSettlement['schemas']['OddEntryLine'];
export type Receipt = OfAccounts['schemas']['SuspenseReceipt'];
export type Dispute = OfAccounts['schemas']['DisputeCase'];
export type Late = OfWithdrawals['schemas']['OverdueCase'];
const PAGE_ITEMS = 50;
const DIFFERENCES_MAX = 200;
const page = (cursor: string | null) => ({ limit: PAGE_ITEMS, ...(cursor ? { cursor } : {}) });
const money = (fen: number | null) => (fen === null ? '没有' : yuan(fen));

export const readOverdue = async () => ({ items: (await told(withdrawals.GET('/api/withdrawals/overdue', { params: { query: { limit: 100 } } }))).items, next_cursor: null });
export const readUnknown = (cursor: string | null) => told(settlement.GET('/api/settlement/unknown-payments', { params: { query: page(cursor) } }));
export const readFlagged = (cursor: string | null) => told(settlement.GET('/api/settlement/payment-orders', { params: { query: { ...page(cursor), flagged: true } } }));
export const readSuspense = (cursor: string | null) => told(accounts.GET('/api/accounts/suspense', { params: { query: page(cursor) } }));

/** The differences of all compared days that nobody has explained. */
export async function readDifferences(): Promise<{ items: Difference[]; next_cursor: null }> {
  const days = (await told(settlement.GET('/api/settlement/reconciliations', { params: { query: { limit: 100 } } }))).items;
  const details = await Promise.all(days.filter((day) => day.open_differences).map((day) => told(settlement.GET('/api/settlement/reconciliations/{business_date}', {
    params: { path: { business_date: day.business_date }, query: { state: 'open', limit: DIFFERENCES_MAX } },
  }))));
  return { items: details.flatMap((detail) => detail.differences), next_cursor: null };
}
/** Odd entries that nobody has explained, on a page. */
export async function readOdd(cursor: string | null): Promise<{ items: Odd[]; next_cursor: string | null }> {
  const got = await told(settlement.GET('/api/settlement/odd-entries', { params: { query: page(cursor) } }));
  return { items: got.items.filter((one) => one.explanation === null), next_cursor: got.next_cursor };
}
/** Cross-service differences that are new or stay, all of one state after the other. */
export async function readCross(): Promise<{ items: Cross[]; next_cursor: null }> {
  const [open, fresh] = await Promise.all((['open', 'new'] as const).map((state) => told(settlement.GET('/api/settlement/cross-differences', { params: { query: { state, limit: DIFFERENCES_MAX } } }))));
  return { items: [...open!.items, ...fresh!.items], next_cursor: null };
}

export const OVERDUE: Column<Late>[] = [
  { head: '期限', cell: (one) => chineseTime(one.step_due_at) }, { head: '提取类型', cell: (one) => one.kind_text }, { head: '状态', cell: (one) => one.state_text },
  { head: '金额', cell: (one) => amount(one.amount_fen) ?? '', number: true }, { head: '已知情况', cell: (one) => one.known }, { head: '申请编号', cell: (one) => one.id },
];
const ORDER: Column<Order>[] = [
  { head: '类型', cell: (one) => one.kind_text }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true }, { head: '收付款人', cell: (one) => `${one.holder_name}（尾号${one.card_tail}）` },
  { head: '状态', cell: (one) => one.state_text },
];
export const UNKNOWN: Column<Order>[] = [
  ...ORDER, { head: '未知起', cell: (one) => (one.unknown_since ? chineseTime(one.unknown_since) : '') }, { head: '已查询次数', cell: (one) => String(one.times_asked), number: true },
  { head: '付款期限', cell: (one) => (one.deadline_on ? chineseDate(one.deadline_on) : '') }, { head: '指令编号', cell: (one) => one.order_id },
];
export const FLAGGED: Column<Order>[] = [...ORDER, { head: '须关注', cell: (one) => one.attention_text ?? '' }, { head: '指令编号', cell: (one) => one.order_id }];
export const DIFFERENCE: Column<Difference>[] = [
  { head: '业务日期', cell: (one) => chineseDate(one.business_date) }, { head: '为什么不一致', cell: (one) => one.reason_text }, { head: '银行', cell: (one) => money(one.bank_fen), number: true },
  { head: '指令', cell: (one) => money(one.order_fen), number: true }, { head: '账簿', cell: (one) => money(one.ledger_fen), number: true }, { head: '编号', cell: (one) => one.key },
];
export const CROSS: Column<Cross>[] = [
  { head: '业务日期', cell: (one) => chineseDate(one.as_of) }, { head: '差异', cell: (one) => one.what_text }, { head: '合同', cell: (one) => one.contract_number ?? '全部' },
  { head: '贷款', cell: (one) => money(one.loans_fen), number: true }, { head: '账簿', cell: (one) => money(one.accounts_fen), number: true }, { head: '指令', cell: (one) => money(one.settlement_fen), number: true },
  { head: '首次发现', cell: (one) => chineseDate(one.first_seen_on) },
];
export const ODD: Column<Odd>[] = [
  { head: '记录时间', cell: (one) => chineseTime(one.noted_at) }, { head: '银行编号', cell: (one) => (one.number === null ? '不可读' : String(one.number)) }, { head: '问题', cell: (one) => one.flaw },
  { head: '银行原文', cell: (one) => one.content },
];
export const SUSPENSE: Column<Receipt>[] = [
  { head: '到账日', cell: (one) => chineseDate(one.value_date) }, { head: '在账金额', cell: (one) => yuan(one.left_fen), number: true }, { head: '已挂天数', cell: (one) => String(one.days), number: true },
  { head: '付款人', cell: (one) => one.payer_name }, { head: '附言', cell: (one) => one.remittance_information }, { head: '为什么没有入账', cell: (one) => one.why_text }, { head: '银行流水号', cell: (one) => one.bank_serial },
];
export const DISPUTE: Column<Dispute>[] = [
  { head: '答复期限', cell: (one) => `${chineseDate(one.due_on)}${one.late ? '（已超过）' : ''}` }, { head: '状态', cell: (one) => one.state_text }, { head: '姓名', cell: (one) => one.name },
  { head: '对哪一笔', cell: (one) => (one.entry_id === null ? '余额' : `${one.entry_booked_on ? chineseDate(one.entry_booked_on) : ''} ${one.entry_text ?? ''} ${amount(one.entry_amount_fen) ?? ''}`) },
  { head: '本人的话', cell: (one) => one.objection ?? one.words }, { head: '银行答复', cell: (one) => one.bank_answer ?? '' },
];
