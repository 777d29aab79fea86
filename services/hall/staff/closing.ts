// What closes the books (月结、年结), what is booked by hand (手工凭证): a maker proposes it, another person decides. Interest of a year
// that is over is settled by itself on its day; here a run is seen, and begun where it was not.

import { accounts, told, toldIfAny } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { chineseDate, chineseTime } from '@/lib/dates';
import { fenFromYuan, yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { header, money, proposed, text, type Deed } from './counter';

export type Run = components['schemas']['InterestRun'];
export type Voucher = components['schemas']['Voucher'];
const VOUCHERS = 50;
const KINDS: Record<Voucher['kind'], string> = { day: '自动', manual: '手工', closing: '结转' };
const subject = (id: string, label: string) => ({ id, label, kind: 'text' as const, hint: '科目编码，见试算平衡表', check: (typed: string) => (/^\d{3,12}$/.test(typed) ? null : '请填写科目编码') });
const orZero = { check: (typed: string) => (/^0+(\.0{1,2})?$/.test(typed) || fenFromYuan(typed) !== null ? null : '请填写金额，没有的填0') };
const fen = (typed: string) => fenFromYuan(typed) ?? 0;

/** What is done to the books of a month and its year. */
export function deedsOn(month: string): Deed[] {
  const year = Number(month.slice(0, 4));
  return [
    {
      id: 'month', title: '月结', text: `结账后${chineseDate(month)}不再变化；不平衡、没有核对的不能结账，原因会一一列出。`, reason: '核对情况', evidence: 'optional', fields: [],
      send: (_values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/books/periods/{month}/closing', { params: { path: { month }, header: header(key) }, body: grounds }))),
    },
    {
      id: 'year', title: '年结', text: `结${year}年的账并分配增值收益：提取贷款风险准备金和管理费用，其余为廉租住房补充资金。`, reason: '分配依据', evidence: 'needed',
      fields: [{ ...money('reserve', '贷款风险准备金'), ...orZero }, { ...money('fee', '管理费用'), ...orZero }],
      send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/books/years/{year}/closing', {
        params: { path: { year }, header: header(key) }, body: { ...grounds, risk_reserve_fen: fen(text(values, 'reserve')), management_fee_fen: fen(text(values, 'fee')) },
      }))),
    },
    {
      id: 'voucher', title: '手工凭证', text: '银行利息、手续费等不由业务产生的记账。', reason: '记账依据', evidence: 'needed',
      fields: [
        { id: 'summary', label: '摘要', kind: 'text' }, subject('debit', '借方科目'), subject('credit', '贷方科目'), money('amount', '金额'),
        { id: 'receipt', label: '来款的银行流水号', kind: 'text', optional: true, hint: '这笔钱已在未识别来款里的才填。' },
      ],
      send: (values, grounds, key) => {
        const amount_fen = fenFromYuan(text(values, 'amount'))!, serial = text(values, 'receipt');
        return proposed('accounts', told(accounts.POST('/api/accounts/books/vouchers', {
          params: { header: header(key) },
          body: {
            ...grounds, month, summary: text(values, 'summary'), receipt: serial ? { bank_serial: serial, amount_fen } : null,
            lines: [{ subject: text(values, 'debit'), debit_fen: amount_fen, credit_fen: 0 }, { subject: text(values, 'credit'), debit_fen: 0, credit_fen: amount_fen }],
          },
        })));
      },
    },
  ];
}

export const vouchersOf = (month: string) => (cursor: string | null) => told(accounts.GET('/api/accounts/books/periods/{month}/vouchers', { params: { path: { month }, query: { limit: VOUCHERS, ...(cursor ? { cursor } : {}) } } }));
export const VOUCHER: Column<Voucher>[] = [
  { head: '凭证号', cell: (one) => String(one.number), number: true }, { head: '日期', cell: (one) => chineseDate(one.booked_on) }, { head: '来源', cell: (one) => KINDS[one.kind] }, { head: '摘要', cell: (one) => one.summary },
  { head: '借方', cell: (one) => one.lines.filter((line) => line.debit_fen).map((line) => `${line.subject} ${line.name} ${yuan(line.debit_fen)}`).join('；') },
  { head: '贷方', cell: (one) => one.lines.filter((line) => line.credit_fen).map((line) => `${line.subject} ${line.name} ${yuan(line.credit_fen)}`).join('；') },
];

/** The run of a fund year (1 July to 30 June, by the year in which it ends); null where there is none. */
export const readRun = (fund_year: number) => toldIfAny(accounts.GET('/api/accounts/interest-runs/{fund_year}', { params: { path: { fund_year } } }));
export const beginRun = (fund_year: number, key: string) => told(accounts.POST('/api/accounts/interest-runs', { params: { header: header(key) }, body: { fund_year } }));
export const runFacts = (one: Run): Fact[] => [
  ['状态', one.state_text], ['已结息', `${one.settled}户`], ['利息（元）', yuan(one.interest_fen)], ['待提取办结的', one.left_out ? `${one.left_out}户` : null],
  ['开始', chineseTime(one.requested_at)], ['办结', one.finished_at ? chineseTime(one.finished_at) : null],
];
