// Letters to and from other centres (异地转移接续) as staff see them: how each stands, what was told, what two people may do with it.

import { told, transfers } from '@/api/client';
import type { components } from '@/api/generated/transfers';
import { chineseDate, chineseTime } from '@/lib/dates';
import { amount, yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { awaiting, type Asked, type Values } from './asking';
import { looking, type Grounds } from './grounds';

export type Letter = components['schemas']['StaffLetter'];
export type LetterFile = components['schemas']['LetterFile'];
type State = Letter['state'];
type Way = Letter['direction'];
const PAGE_ITEMS = 50;
const WAYS: Record<Way, string> = { in: '转入', out: '转出' };

/** What is listed: one way or both, the ended ones too or not. */
export interface Which { direction: Way | ''; ended: boolean }
export const readLetters = ({ direction, ended }: Which) => (cursor: string | null) => told(transfers.GET('/api/transfers/letters', {
  params: { query: { ended, limit: PAGE_ITEMS, ...(direction ? { direction } : {}), ...(cursor ? { cursor } : {}) } },
}));
export const readLetter = (letter_id: string, reason: string) => told(transfers.GET('/api/transfers/letters/{letter_id}', { params: { path: { letter_id }, header: looking(reason) } }));
export const readCentres = async () => (await told(transfers.GET('/api/transfers/centres'))).items;

export const nameOf = (one: Letter) => `${WAYS[one.direction]}，${one.centre_name}，联系函${one.number ?? '尚未编号'}`;
const sum = (one: Letter) => (one.principal_fen === null ? null : one.principal_fen + (one.interest_fen ?? 0));
export const LETTER: Column<Letter>[] = [
  { head: '方向', cell: (one) => WAYS[one.direction] }, { head: '对方中心', cell: (one) => one.centre_name }, { head: '联系函编号', cell: (one) => one.number ?? '尚未编号' },
  { head: '状态', cell: (one) => `${one.state_text}${one.overdue ? '（超过时限）' : ''}` }, { head: '从何时起', cell: (one) => chineseTime(one.state_since) },
  { head: '金额', cell: (one) => amount(sum(one)) ?? '', number: true }, { head: '说明', cell: (one) => one.reason_text },
];
export const CENTRE: Column<components['schemas']['CentreShown']>[] = [{ head: '代码', cell: (one) => one.code }, { head: '中心', cell: (one) => one.name }];
export const RECEIPT: Column<components['schemas']['ReceiptShown']>[] = [
  { head: '起息日', cell: (one) => chineseDate(one.value_date) }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true },
  { head: '银行流水号', cell: (one) => one.bank_serial }, { head: '用途', cell: (one) => (one.used ? '已使用' : '尚未使用') },
];

export const letterFacts = (it: LetterFile): Fact[] => [
  ['方向', WAYS[it.direction]], ['对方中心', `${it.centre_name}（${it.centre_code}）`], ['联系函编号', it.number], ['状态', `${it.state_text}${it.overdue ? '（超过时限）' : ''}`],
  ['从何时起', chineseTime(it.state_since)], ['说明', it.reason_text], ['姓名', it.name], ['证件号码', it.id_number], ['个人账号', it.account_number],
  ['本金', amount(it.principal_fen)], ['利息', amount(it.interest_fen)], ['申请', chineseTime(it.asked_at)], ['办结', it.ended_at ? chineseTime(it.ended_at) : null],
];
interface Information { amount_fen: number; principal_fen: number; interest_fen: number; opened_on: string | null; paid_up_to: string | null; six_months_in_a_row: boolean; loans: number; loans_ended: boolean; fraud: boolean; contact: string }
interface AccountHere { balance_fen: number; interest_fen: number; opened_on: string | null; paid_up_to: string | null; months_in_a_row: number }
interface LoansHere { loans: number; unpaid: number; fraud: boolean }
const day = (text: string | null) => (text ? chineseDate(text) : null);

/** What the other centre told, or what the books here say of the account and its loans. */
export function toldFacts(it: LetterFile): Fact[] {
  const facts = it.facts as { information?: Information; account?: AccountHere; loans?: LoansHere };
  const { information: from, account: here, loans: owed } = facts;
  return [
    ...(from ? [
      ['对方划转', yuan(from.amount_fen)], ['其中本金', yuan(from.principal_fen)], ['其中利息', yuan(from.interest_fen)], ['对方开户', day(from.opened_on)], ['缴至年月', from.paid_up_to],
      ['连续缴存满六个月', from.six_months_in_a_row ? '是' : '否'], ['贷款', from.loans ? `${from.loans}笔，${from.loans_ended ? '已结清' : '未结清'}` : '没有'], ['骗提骗贷记录', from.fraud ? '有' : '没有'], ['联系人', from.contact],
    ] satisfies Fact[] : []),
    ...(here ? [
      ['账户余额', yuan(here.balance_fen)], ['销户利息', yuan(here.interest_fen)], ['开户', day(here.opened_on)], ['缴至年月', here.paid_up_to], ['连续缴存', `${here.months_in_a_row}个月`],
    ] satisfies Fact[] : []),
    ...(owed ? [['贷款', `${owed.loans}笔，未结清${owed.unpaid}笔`], ['骗提骗贷记录', owed.fraud ? '有' : '没有']] satisfies Fact[] : []),
  ];
}

const OPEN_IN: readonly State[] = ['reviewed', 'received', 'informed', 'consulting'], MONEY_IN: readonly State[] = ['informed', 'consulting'];
const UNDECIDED: readonly State[] = ['received', 'waiting'], TOLD_OUT: readonly State[] = ['paid', 'consulting'];

/** What a maker may do as the letter stands: two people decide all but what is only said again. The service looks again. */
export function deedsOfLetter(one: Letter): Asked[] {
  const { letter_id, direction, state } = one, about = nameOf(one), out = direction === 'out';
  const params = (key: string) => ({ path: { letter_id }, header: { 'Idempotency-Key': key } });
  const by = (title: string, about: string, reason: string, propose: (body: Grounds, key: string) => Promise<{ summary: string }>): Asked => ({
    title, about, yes: '提交复核', fields: [], reason, send: async (_values, grounds, key) => awaiting(await propose(grounds, key)),
  });
  return [
    ...(out && state === 'waiting' ? [by('同意转出', `${about}。复核同意后冻结账户资金，划转到名录中对方中心的账户。`, '核对情况',
      (body, key) => told(transfers.POST('/api/transfers/letters/{letter_id}/approval', { params: params(key), body })))] : []),
    ...(out && UNDECIDED.includes(state) ? [by('不予转出', `${about}。理由会告诉对方中心和本人。`, '为什么不予转出',
      (body, key) => told(transfers.POST('/api/transfers/letters/{letter_id}/refusal', { params: params(key), body })))] : []),
    ...(out && TOLD_OUT.includes(state) ? [{
      title: '重发账户信息', about: `${about}。把已划转的金额和账户信息再告诉对方中心一次，不动资金。`, yes: '重发', fields: [],
      send: async (_values: Values, _grounds: Grounds, key: string) => {
        await told(transfers.POST('/api/transfers/letters/{letter_id}/information', { params: params(key) }));
        return '已重发账户信息。';
      },
    }] : []),
    ...(!out && MONEY_IN.includes(state) ? [by('转入资金入账', `${about}。来款与对方告知的金额一致，因金额大或者曾经协商须两人办理。`, '核对情况',
      (body, key) => told(transfers.POST('/api/transfers/letters/{letter_id}/booking', { params: params(key), body })))] : []),
    ...(!out && OPEN_IN.includes(state) ? [by('终止异地转入', `${about}。款项没有到账、不会再来的才终止；理由会告诉本人，本人可以重新申请。`, '为什么终止',
      (body, key) => told(transfers.POST('/api/transfers/letters/{letter_id}/giving-up', { params: params(key), body })))] : []),
  ];
}
