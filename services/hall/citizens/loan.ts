// What the pages of a loan have in common.

import { loans, told } from '@/api/client';
import type { components } from '@/api/generated/loans';

export type Contract = components['schemas']['ContractAnswer'];
export type Debit = components['schemas']['DebitAnswer'];
export type Quote = components['schemas']['EarlyQuoteAnswer'];

export const WAYS = { monthly: '按月冲还贷', yearly: '按年冲还贷' } as const;
export const SHORT = { account_first: '先用账户余额，不足部分从银行卡扣款', all_or_nothing: '账户余额不足时全部从银行卡扣款' } as const;
export const EFFECTS = { shorten: '缩短贷款年限', reduce: '减少月还款额' } as const;
export const PURPOSES = { instalment: '按期还款', arrears: '归还逾期', early_repayment: '部分提前还款', payoff: '全部结清' } as const;

/** One contract. */
export function contract(number: string): Promise<Contract> {
  return told(loans.GET('/api/loans/contracts/{contract_number}', { params: { path: { contract_number: number } } }));
}

/** Whether it is being repaid. */
export function running(one: Contract): boolean {
  return Boolean(one.account) && !one.account!.settled_on;
}
