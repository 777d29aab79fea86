// A loan's further parts on the desk: what settles it, money that came for it, one debit, its offset agreements by two people.

import { loans, told } from '@/api/client';
import type { components } from '@/api/generated/loans';
import { chineseDate, chineseTime, today } from '@/lib/dates';
import { amount, yuan } from '@/lib/money';
import type { Form } from '@/kit/ExportButtons.vue';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { awaiting, text, type Asked, type Values } from './asking';
import { looking } from './grounds';
import type { Contract } from './whole';

type Schemas = components['schemas'];
export type Debit = Schemas['DebitAnswer'];
type Agreement = Schemas['AgreementAnswer'];
const on = (day: string | null) => (day ? chineseDate(day) : null);

/** What is read about a loan beside `reading`; the reason goes along (R-QRY-5). */
export const readingLoan = (contract_number: string, reason: string) => {
  const path = { contract_number }, header = looking(reason);
  return {
    quote: (paid_on: string) => told(loans.GET('/api/loans/contracts/{contract_number}/payoff-quote', { params: { path, query: { paid_on }, header } })),
    certificate: () => told(loans.GET('/api/loans/contracts/{contract_number}/payoff-certificate', { params: { path, header } })),
    totals: () => told(loans.GET('/api/loans/contracts/{contract_number}/repayments/totals', { params: { path, header } })),
    claims: () => told(loans.GET('/api/loans/contracts/{contract_number}/receipt-claims', { params: { path } })),
    debit: (debit_id: string) => told(loans.GET('/api/loans/contracts/{contract_number}/debits/{debit_id}', { params: { path: { contract_number, debit_id }, header } })),
    planFile: (form: Form) => told(loans.GET('/api/loans/contracts/{contract_number}/plan/export', { params: { path, query: { form }, header }, parseAs: 'blob' })),
    repaymentsFile: (form: Form) => told(loans.GET('/api/loans/contracts/{contract_number}/repayments/export', { params: { path, query: { form }, header }, parseAs: 'blob' })),
  };
};
export const readDebitsUnderWay = async () => ({ items: (await told(loans.GET('/api/loans/debits-under-way'))).debits, next_cursor: null });

export const quoteFacts = (it: Schemas['QuoteAnswer']): Fact[] => [
  ['还款日', on(it.paid_on)], ['结清金额', yuan(it.total_fen)], ['未到期本金', yuan(it.remaining_principal_fen)], ['当期利息', yuan(it.broken_interest_fen)],
  ['逾期本金', amount(it.owed_principal_fen || null)], ['逾期利息', amount(it.owed_interest_fen || null)], ['罚息', amount(it.penalty_fen || null)],
];
export const certificateFacts = (it: Schemas['PayoffCertificateAnswer']): Fact[] => [
  ['贷款金额', yuan(it.amount_fen)], ['放款', on(it.disbursed_on)], ['结清', on(it.settled_on)], ['已还本金', yuan(it.total_principal_fen)], ['已还利息', yuan(it.total_interest_fen)],
  ['本息合计', `${yuan(it.total_repaid_fen)}（不含罚息）`], ['冲抵协议', it.offset_agreement_ever ? '签订过' : '没有签订过'],
];
export const totalFacts = (it: Schemas['EntryTotalsAnswer']): Fact[] => [
  ['已还合计', yuan(it.repaid_fen)], ['本金', yuan(it.principal_fen)], ['利息', yuan(it.interest_fen)], ['罚息', yuan(it.penalty_fen)], ['笔数', String(it.entries)],
];
export const debitFacts = (it: Debit): Fact[] => [
  ['状态', it.state_text], ['银行没有答复', it.unknown_since ? `自${chineseTime(it.unknown_since)}起，系统正在查询，不会重复扣款` : null], ['申请', chineseTime(it.requested_at)],
  ['扣款日', on(it.debit_on)], ['银行扣款', on(it.debited_on)], ['金额', yuan(it.amount_fen)], ['还款卡', `尾号${it.card_tail}`], ['还款明细序号', it.entry_number === null ? null : String(it.entry_number)], ['原因', it.reason_text],
];
const CLAIMS: Record<string, string> = { requested: '等待归集确认', applied: '已还款', refused: '未办理' };
export const CLAIM: Column<Schemas['ReceiptClaimAnswer']>[] = [
  { head: '申请', cell: (one) => chineseTime(one.requested_at) }, { head: '起息日', cell: (one) => chineseDate(one.paid_on) }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true },
  { head: '银行流水号', cell: (one) => one.bank_serial }, { head: '状态', cell: (one) => CLAIMS[one.state] ?? one.state }, { head: '原因', cell: (one) => one.reason_text ?? '' },
];
const PURPOSES: Record<Debit['purpose'], string> = { instalment: '按期还款', arrears: '归还逾期', early_repayment: '提前还款', payoff: '结清' };
export const UNDER_WAY: Column<Debit>[] = [
  { head: '扣款日', cell: (one) => chineseDate(one.debit_on) }, { head: '借款合同', cell: (one) => one.contract_number }, { head: '用途', cell: (one) => PURPOSES[one.purpose] },
  { head: '金额', cell: (one) => yuan(one.amount_fen), number: true }, { head: '未知起', cell: (one) => (one.unknown_since ? chineseTime(one.unknown_since) : '') }, { head: '编号', cell: (one) => one.debit_id },
];

const OWNERS: Record<string, string> = { borrower: '借款人', co_borrower: '共同借款人' };
const header = (key: string) => ({ 'Idempotency-Key': key });

/** An offset agreement that was signed on paper (R-REP-10); the terms are those that are in force. */
export async function agreementDeed(contract: Contract): Promise<Asked> {
  const terms = await told(loans.GET('/api/loans/agreement-terms')), { contract_number } = contract;
  return {
    title: '登记冲抵协议', about: `借款合同${contract_number}。协议文本须为版本${terms.version}。登记以后，即使终止协议，也不能再办理偿还公积金贷款提取。`, yes: '提交复核', reason: '受理情况', evidence: 'needed',
    fields: [
      { id: 'person', label: '谁签订的', kind: 'choice', choices: contract.parties.filter((one) => one.role in OWNERS).map((one, at) => ({ value: one.person_id, text: `${OWNERS[one.role]}${at > 1 ? `，合同上第${at + 1}人` : ''}` })) },
      { id: 'way', label: '方式', kind: 'choice', choices: [{ value: 'monthly', text: '按月冲还' }, { value: 'yearly', text: '按年冲还' }] },
      { id: 'short', label: '公积金余额不足时', kind: 'choice', choices: [{ value: 'account_first', text: '先用公积金，不足部分从还款卡扣' }, { value: 'all_or_nothing', text: '全部从还款卡扣' }] },
      { id: 'effect', label: '部分还款以后', kind: 'choice', choices: [{ value: 'shorten', text: '缩短贷款年限' }, { value: 'reduce', text: '减少月还款额' }] },
      { id: 'signed', label: '哪天签订', kind: 'day', first: today() },
    ],
    send: async (values: Values, grounds, key) => awaiting(await told(loans.POST('/api/loans/contracts/{contract_number}/agreements', {
      params: { path: { contract_number }, header: header(key) },
      body: {
        ...grounds, person_id: text(values, 'person'), way: text(values, 'way') as Agreement['way'], short_balance: text(values, 'short') as Agreement['short_balance'],
        prepayment_effect: text(values, 'effect') as Agreement['prepayment_effect'], signed_on: text(values, 'signed'),
      },
    }))),
  };
}
/** The end of an offset agreement; that it was signed stays on record. */
export const endOf = ({ agreement_id, contract_number, signed_on }: Agreement): Asked => ({
  title: '终止冲抵协议', about: `${chineseDate(signed_on)}签订的冲抵协议。终止以后按还款卡扣款，签订过的记录一直保留。`, yes: '提交复核', reason: '为什么终止',
  fields: [{ id: 'ended', label: '从哪天起不再冲还', kind: 'day', first: today() }],
  send: async (values, grounds, key) => awaiting(await told(loans.POST('/api/loans/contracts/{contract_number}/agreements/{agreement_id}/end', {
    params: { path: { contract_number, agreement_id }, header: header(key) }, body: { ...grounds, ended_on: text(values, 'ended') },
  }))),
});
