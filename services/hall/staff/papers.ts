// Documents of the centre (出具证明) at the counter: one of somebody, letters to employers in arrears, a document that is void.

import { documents, told } from '@/api/client';
import type { components } from '@/api/generated/documents';
import { chineseDate, chineseTime, today } from '@/lib/dates';
import { yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { awaiting, text, type Asked, type Field, type Values } from './asking';
import { looking } from './grounds';

type Schemas = components['schemas'];
export type Kind = Schemas['DocumentKind'];
export type Wanted = Schemas['RequestAnswer'];
export type Dunning = Schemas['DunningLetter'];
const YEARS = 5, JULY = '07';
const ended = Number(today().slice(0, 4)) - (today().slice(5, 7) < JULY ? 1 : 0);
const ofLoan = (values: Values) => values['kind'] === 'repayment_plan' || values['kind'] === 'payoff';
const ofYear = (values: Values) => values['kind'] === 'statement';
const ofDays = (values: Values) => values['kind'] === 'entries';

/** What is filled in for a document of somebody at the counter. */
export const WANTED: Field[] = [
  {
    id: 'kind', label: '哪种证明', kind: 'choice', choices: [
      { value: 'contribution', text: '缴存证明' }, { value: 'cross_city', text: '异地贷款缴存使用证明' }, { value: 'statement', text: '年度对账单' },
      { value: 'entries', text: '缴存明细' }, { value: 'repayment_plan', text: '还款计划' }, { value: 'payoff', text: '贷款结清证明' },
    ],
  },
  { id: 'year', label: '哪个年度', kind: 'choice', when: ofYear, choices: Array.from({ length: YEARS }, (_, at) => ({ value: String(ended - at), text: `${ended - at - 1}–${ended - at} 公积金年度` })) },
  { id: 'contract', label: '借款合同编号', kind: 'text', when: ofLoan },
  { id: 'first', label: '从哪一天', kind: 'day', when: ofDays }, { id: 'last', label: '到哪一天', kind: 'day', when: ofDays, first: today() },
  { id: 'why', label: '申请事由', kind: 'text', hint: '例如“本人到柜台申请，身份证件已核对”。', check: (typed) => (typed.length < 2 ? '请写明事由，至少两个字' : null) },
];
/** Ask for it; printed within moments. */
export function askFor(person_id: string, values: Values, key: string): Promise<Wanted> {
  const body: Schemas['StaffRequest'] = {
    person_id, kind: text(values, 'kind') as Kind, reason: text(values, 'why'),
    ...(ofYear(values) ? { fund_year: Number(text(values, 'year')) } : {}), ...(ofLoan(values) ? { contract_number: text(values, 'contract') } : {}),
    ...(ofDays(values) ? { first_day: text(values, 'first'), last_day: text(values, 'last') } : {}),
  };
  return told(documents.POST('/api/documents/counter-requests', { params: { header: { 'Idempotency-Key': key } }, body }));
}
export const readWanted = (request_id: string, reason: string) => told(documents.GET('/api/documents/requests/{request_id}', { params: { path: { request_id }, header: looking(reason) } }));
export const fetchWanted = (request_id: string, reason: string) => told(documents.GET('/api/documents/requests/{request_id}/pdf', { params: { path: { request_id }, header: looking(reason) }, parseAs: 'blob' }));
export const wantedFacts = (it: Wanted): Fact[] => [
  ['证明', it.kind_text], ['状态', it.state_text], ['编号', it.number], ['申请', chineseTime(it.requested_at)], ['不能出具的原因', it.reason_text], ['依据', it.rule],
];

/** Letters to employers in arrears: those that nobody has sent yet, or all; of one employer where its number is given. */
export const readDunning = (to_send: boolean, employer_number: string) => async () => ({
  items: (await told(documents.GET('/api/documents/dunning-letters', { params: { query: { to_send, ...(employer_number ? { employer_number } : {}) } } }))).items, next_cursor: null,
});
export const fetchDunning = (number: string) => told(documents.GET('/api/documents/dunning-letters/{number}/pdf', { params: { path: { number } }, parseAs: 'blob' }));
export const DUNNING: Column<Dunning>[] = [
  { head: '编号', cell: (one) => one.number }, { head: '单位', cell: (one) => `${one.employer_name}（${one.employer_number}）` }, { head: '第几次', cell: (one) => `第${one.stage}次` },
  { head: '欠缴月份', cell: (one) => `${one.from_month}至${one.until_month}` }, { head: '欠缴金额', cell: (one) => yuan(one.owed_fen), number: true }, { head: '限期', cell: (one) => chineseDate(one.pay_by) },
  { head: '落款', cell: (one) => chineseDate(one.written_on) }, { head: '送达', cell: (one) => (one.sent_on ? `${chineseDate(one.sent_on)}${one.sent_way_text ?? ''}，${one.sent_by_name ?? ''}` : '尚未送达') },
];
/** How a letter was sent, once, by name. */
export const sendingDeed = (one: Dunning): Asked => ({
  title: '登记送达', about: `${one.employer_name}的${one.title}（${one.number}）今天发出。`, yes: '登记',
  fields: [{ id: 'way', label: '怎样送达', kind: 'choice', choices: [{ value: 'post', text: '邮寄送达' }, { value: 'by_hand', text: '直接送达' }, { value: 'electronic', text: '电子送达' }] }],
  send: async (values, _grounds, key) => {
    await told(documents.POST('/api/documents/dunning-letters/{number}/sending', { params: { path: { number: one.number }, header: { 'Idempotency-Key': key } }, body: { way: text(values, 'way') as Schemas['Way'] } }));
    return `已登记${one.number}的送达。`;
  },
});
/** An issued document is to be void: whoever checks it afterwards reads so. */
export const voidDeed = (): Asked => ({
  title: '作废证明', about: '内容有误、冒领的证明由两人作废；以后任何人核验这份证明，都会看到已作废。', yes: '提交复核', reason: '为什么作废', evidence: 'needed',
  fields: [{ id: 'number', label: '证明编号', kind: 'text', hint: '证明右上角的编号。' }],
  send: async (values, grounds, key) => awaiting(await told(documents.POST('/api/documents/revocations', { params: { header: { 'Idempotency-Key': key } }, body: { ...grounds, number: text(values, 'number') } }))),
});
