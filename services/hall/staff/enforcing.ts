// What the centre presses for (催缴、处罚) and is asked for by employees: late employers, complaints, seals an employer does not make, refunds.

import { accounts, told } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { chineseDate, chineseTime } from '@/lib/dates';
import { fenFromYuan, yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import { SEALS, codeOf, header, money, proposed, text, type Deed } from './counter';
import { looking, type Grounds } from './grounds';

export type Late = components['schemas']['LateEmployer'];
export type Complaint = components['schemas']['ComplaintCase'];
export type Penalty = components['schemas']['Penalty'];
export type Refund = components['schemas']['Refund'];
export type SealRequest = components['schemas']['SealRequest'];
const PAGE_ITEMS = 50;
const page = (cursor: string | null) => ({ limit: PAGE_ITEMS, ...(cursor ? { cursor } : {}) });
const whole = <T>(items: T[]) => ({ items, next_cursor: null });

export const readLate = (cursor: string | null) => told(accounts.GET('/api/accounts/late-employers', { params: { query: page(cursor) } }));
export const readComplaints = (why: string) => (cursor: string | null) => told(accounts.GET('/api/accounts/complaints', { params: { query: { ...page(cursor), state: 'open' }, header: looking(why) } }));
export const answer = (complaint_id: string, words: string, key: string) => told(accounts.POST('/api/accounts/complaints/{complaint_id}/answer', { params: { path: { complaint_id }, header: header(key) }, body: { text: words } }));
export const readPenalties = async () => whole((await told(accounts.GET('/api/accounts/penalties'))).items);
export const readRefunds = (cursor: string | null) => told(accounts.GET('/api/accounts/refunds', { params: { query: page(cursor) } }));
export const readSealRequests = async () => whole((await told(accounts.GET('/api/accounts/seal-requests'))).items);
export const lift = (one: Penalty, grounds: Grounds, key: string) => told(accounts.POST('/api/accounts/penalties/{penalty_id}/lifting', { params: { path: { penalty_id: one.penalty_id }, header: header(key) }, body: grounds }));

const CAUSES: Record<Penalty['cause'], string> = { not_registered: '逾期不办理缴存登记', accounts_not_opened: '逾期不为职工设立账户' };
export const LATE: Column<Late>[] = [
  { head: '单位', cell: (one) => `${one.name}（${one.employer_number}）` }, { head: '事项', cell: (one) => `${one.kind_text}${one.month ? `：${chineseDate(one.month)}` : ''}` },
  { head: '期限', cell: (one) => chineseDate(one.due_on) }, { head: '逾期天数', cell: (one) => String(one.days_late), number: true }, { head: '已提醒', cell: (one) => (one.reminded_on ? chineseDate(one.reminded_on) : '尚未') },
];
export const COMPLAINT: Column<Complaint>[] = [
  { head: '提出时间', cell: (one) => chineseTime(one.made_at) }, { head: '单位', cell: (one) => `${one.employer_name}（${one.employer_number}）` },
  { head: '职工', cell: (one) => `${one.name}${one.unseen_by_employer ? '（不让单位知道）' : ''}` }, { head: '月份', cell: (one) => one.months.map(chineseDate).join('、') }, { head: '反映内容', cell: (one) => one.words },
];
export const PENALTY: Column<Penalty>[] = [
  { head: '单位', cell: (one) => `${one.name}（${one.social_credit_code}）` }, { head: '事由', cell: (one) => CAUSES[one.cause] }, { head: '罚款（元）', cell: (one) => yuan(one.fine_fen), number: true },
  { head: '决定书', cell: (one) => `${one.document_number}，${chineseDate(one.decided_on)}` }, { head: '状态', cell: (one) => (one.lifted_at ? `已撤销：${one.lift_reason ?? ''}` : '有效') },
];
export const REFUND: Column<Refund>[] = [
  { head: '单位账号', cell: (one) => one.employer_number ?? '' }, { head: '付款人', cell: (one) => `${one.payer_name}${one.payer_account_tail ? `（尾号${one.payer_account_tail}）` : ''}` },
  { head: '金额（元）', cell: (one) => yuan(one.amount_fen), number: true }, { head: '状态', cell: (one) => `${one.state_text}${one.outcome_unknown ? '，结果待查' : ''}` },
];
export const SEAL_REQUEST: Column<SealRequest>[] = [
  { head: '个人账号', cell: (one) => one.account_number }, { head: '单位账号', cell: (one) => one.employer_number }, { head: '原因', cell: (one) => SEALS[one.reason] },
  { head: '劳动关系结束', cell: (one) => chineseDate(one.employment_ended_on) }, { head: '中心可办起', cell: (one) => chineseDate(one.centre_from) },
];

/** To fine an employer (行政处罚); owing deposits is no ground (R-DEP-10). */
export function fines(): Deed[] {
  return [{
    id: 'fine', title: '登记行政处罚', text: '责令限期改正后逾期不改的。生效后报送信用平台；欠缴本身不处罚、不收滞纳金。', reason: '处罚理由', evidence: 'needed',
    fields: [
      codeOf('code'),
      { id: 'name', label: '单位名称', kind: 'text' }, { id: 'legal', label: '法定代表人', kind: 'text' },
      { id: 'cause', label: '处罚事由', kind: 'choice', choices: Object.entries(CAUSES).map(([value, word]) => ({ value, text: word })) }, { id: 'facts', label: '违法事实', kind: 'text' }, money('fine', '罚款'),
      { id: 'order', label: '责令改正通知书文号', kind: 'text' }, { id: 'until', label: '责令改正期限', kind: 'day' }, { id: 'decided', label: '处罚决定日期', kind: 'day' }, { id: 'document', label: '处罚决定书文号', kind: 'text' },
    ],
    send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/penalties', {
      params: { header: header(key) },
      body: {
        ...grounds, social_credit_code: text(values, 'code').toUpperCase(), name: text(values, 'name'), legal_representative: text(values, 'legal'), cause: text(values, 'cause') as Penalty['cause'],
        facts: text(values, 'facts'), fine_fen: fenFromYuan(text(values, 'fine'))!, order_number: text(values, 'order'), ordered_until: text(values, 'until'), decided_on: text(values, 'decided'), document_number: text(values, 'document'),
      },
    }))),
  }];
}
