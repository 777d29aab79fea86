// A person, an employer, a loan, whole: what each service knows, read by the page with the reason that was given (R-QRY-5).

import { accounts, gateway, hotline, loans, notifications, told, withdrawals } from '@/api/client';
import type { components as OfAccounts } from '@/api/generated/accounts';
import type { components as OfGateway } from '@/api/generated/gateway';
import type { components as OfHotline } from '@/api/generated/hotline';
import type { components as OfLoans } from '@/api/generated/loans';
import type { components as OfNotifications } from '@/api/generated/notifications';
import type { components as OfWithdrawals } from '@/api/generated/withdrawals';
import { chineseDate, chineseTime } from '@/lib/dates';
import { amount, percent, yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Form } from '@/kit/ExportButtons.vue';
import type { Fact } from '@/kit/FactList.vue';
import { looking } from './grounds';
import { DESKS, openWork, type Matter } from './proposals';
import type { ScanDeskName } from './scans';

export type Account = OfAccounts['schemas']['Account'];
export type Employer = OfAccounts['schemas']['Employer'];
export type Person = OfWithdrawals['schemas']['PersonShown'];
export type Contract = OfLoans['schemas']['ContractAnswer'];
const LINES = 20;
const on = (day: string | null | undefined) => (day ? chineseDate(day) : '');
const at = (instant: string | null | undefined) => (instant ? chineseTime(instant) : '');

/** How a page says of what it shows that one may look: the reason goes along with every question. */
export const reading = (reason: string) => ({
  account: (account_number: string) => told(accounts.GET('/api/accounts/accounts/{account_number}', { params: { path: { account_number }, header: looking(reason) } })),
  entries: (account_number: string) => told(accounts.GET('/api/accounts/accounts/{account_number}/entries', { params: { path: { account_number }, query: { limit: LINES }, header: looking(reason) } })),
  entriesFile: (account_number: string, form: Form) => told(accounts.GET('/api/accounts/accounts/{account_number}/entries/export', { params: { path: { account_number }, query: { form } }, headers: looking(reason), parseAs: 'blob' })),
  history: (account_number: string) => told(accounts.GET('/api/accounts/accounts/{account_number}/history', { params: { path: { account_number }, query: { limit: LINES }, header: looking(reason) } })),
  merges: (account_number: string) => told(accounts.GET('/api/accounts/merges', { params: { query: { account_number } } })),
  withdrawals: (person_id: string) => told(withdrawals.GET('/api/withdrawals/people/{person_id}', { params: { path: { person_id }, header: looking(reason) } })),
  loans: (person_id: string) => told(loans.GET('/api/loans/contracts', { params: { query: { person_id }, header: looking(reason) } })),
  messages: (person_id: string) => told(notifications.GET('/api/notifications/people/{person_id}/messages', { params: { path: { person_id }, query: { limit: LINES }, header: looking(reason) } })),
  calls: (person_id: string) => told(hotline.GET('/api/hotline/calls', { params: { query: { person_id, limit: LINES }, header: looking(reason) } })),
  contract: (contract_number: string) => told(loans.GET('/api/loans/contracts/{contract_number}', { params: { path: { contract_number }, header: looking(reason) } })),
  plan: (contract_number: string) => told(loans.GET('/api/loans/contracts/{contract_number}/plan', { params: { path: { contract_number }, header: looking(reason) } })),
  repayments: (contract_number: string) => told(loans.GET('/api/loans/contracts/{contract_number}/repayments', { params: { path: { contract_number }, query: { limit: LINES }, header: looking(reason) } })),
  debits: (contract_number: string) => told(loans.GET('/api/loans/contracts/{contract_number}/debits', { params: { path: { contract_number }, header: looking(reason) } })),
  agreements: (contract_number: string) => told(loans.GET('/api/loans/contracts/{contract_number}/agreements', { params: { path: { contract_number }, header: looking(reason) } })),
  disbursements: (contract_number: string) => told(loans.GET('/api/loans/contracts/{contract_number}/disbursements', { params: { path: { contract_number } } })),
  employer: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}', { params: { path: { employer_number } } })),
  people: (employer_number: string, cursor: string | null) => told(accounts.GET('/api/accounts/employers/{employer_number}/accounts', { params: { path: { employer_number }, query: { limit: LINES, ...(cursor ? { cursor } : {}) }, header: looking(reason) } })),
  lists: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}/lists', { params: { path: { employer_number }, query: { limit: LINES } } })),
  owed: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}/owed-months', { params: { path: { employer_number }, query: { limit: LINES }, header: looking(reason) } })),
  suspense: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}/suspense', { params: { path: { employer_number }, query: { limit: LINES } } })),
  deferrals: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}/deferrals', { params: { path: { employer_number } } })),
  hardships: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}/hardship-requests', { params: { path: { employer_number } } })),
  complaints: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}/complaints', { params: { path: { employer_number }, query: { limit: LINES }, header: looking(reason) } })),
  transfers: (employer_number: string) => told(accounts.GET('/api/accounts/employers/{employer_number}/transfers', { params: { path: { employer_number } }, headers: looking(reason) })),
  operators: (employer_number: string) => told(gateway.GET('/api/gateway/employers/{employer_number}/operators', { params: { path: { employer_number } } })),
});

/** What is proposed about any of these numbers and not decided yet. */
export async function openAbout(subjects: readonly string[]): Promise<Matter[]> {
  const known = new Set(subjects);
  return (await openWork()).matters.filter((one) => known.has(one.subject));
}

/** What was decided or taken back about these, with its scans: each desk answers for its own subject. */
export async function doneAbout(asked: readonly { desk: ScanDeskName; subject: string }[]): Promise<Matter[]> {
  const pages = await Promise.all(asked.map(async ({ desk, subject }) => (await DESKS[desk].page({ subject, limit: LINES })).items.map((one) => ({ ...one, desk }))));
  return pages.flat().filter((one) => one.state !== 'open').sort((one, other) => other.proposed_at.localeCompare(one.proposed_at));
}

export const accountFacts = (it: Account): Fact[] => [
  ['姓名', it.name], [it.id_type_text, it.id_number], ['预留手机号', it.phone], ['个人账号', it.account_number], ['单位', `${it.employer_name}（${it.employer_number}）`],
  ['状态', it.state_text], ['余额', yuan(it.balance_fen)], ['其中冻结', it.frozen_fen ? yuan(it.frozen_fen) : null], ['可用余额', yuan(it.available_fen)],
  ['缴存基数', yuan(it.base_fen)], ['缴存比例', `单位${percent(it.employer_ratio_bp)}，个人${percent(it.employee_ratio_bp)}`], ['月缴存额', yuan(it.monthly_deposit_fen)],
  ['开户', on(it.opened_on)], ['缴至年月', it.paid_up_to], ['欠缴', it.owed_months.join('、')], ['缓缴', it.deferred_months.join('、')],
  ['封存', on(it.sealed_on)], ['销户', on(it.closed_on)],
];
export const limitFacts = (it: Person): Fact[] => [
  ['本人锁定提取', it.brakes.locked ? `已锁定${it.brakes.lifts_at ? `，${at(it.brakes.lifts_at)}解除` : ''}` : '没有'],
  ['每日限额', amount(it.brakes.daily_limit_fen) ?? '没有'], ['换手机号后暂不付款至', at(it.brakes.phone_cools_until)],
  ['配偶授权查询', it.consent.given ? `有效，至${on(it.consent.ends_on)}` : '没有'],
  ['限制提取', it.bans.filter((one) => one.state === 'in_force').map((one) => `至${on(one.ends_on)}（${one.document_number}）`).join('；') || '没有'],
  ['死亡登记', it.deaths.filter((one) => !one.revoked_at).map((one) => on(one.died_on)).join('') || null],
];
export const contractFacts = (it: Contract): Fact[] => [
  ['借款合同', it.contract_number], ['状态', it.state_text], ['贷款金额', yuan(it.amount_fen)], ['期数', `${it.periods}期`], ['签订', on(it.signed_on)],
  ['放款', on(it.account?.disbursed_on)], ['年利率', it.account?.annual_rate], ['余额', amount(it.account?.balance_fen)], ['已还本金', amount(it.account?.principal_repaid_fen)],
  ['已还利息', amount(it.account?.interest_repaid_fen)], ['下一期', it.account?.next_instalment ? `${on(it.account.next_instalment.due_on)} ${yuan(it.account.next_instalment.total_fen)}` : null],
  ['逾期', it.account?.arrears.instalments ? `${it.account.arrears.instalments}期，自${on(it.account.arrears.since)}，共${yuan(it.account.arrears.total_fen)}` : null], ['结清', on(it.account?.settled_on)],
];
export const employerFacts = (it: Employer): Fact[] => [
  ['单位名称', it.name], ['单位账号', it.employer_number], ['统一社会信用代码', it.social_credit_code], ['登记', on(it.registered_on)], ['缴存比例', `单位${percent(it.employer_ratio_bp)}，个人${percent(it.employee_ratio_bp)}`],
  ['发薪日', `每月${it.payday}日`], ['缴至年月', it.paid_up_to], ['应缴日', on(it.due_on)], ['逾期月份', it.overdue_months.join('、')], ['暂收', yuan(it.suspense_fen)],
  ['网上业务协议', it.agreement_revoked_on ? `已于${on(it.agreement_revoked_on)}解除` : it.agreement_signed_on ? `${it.agreement_version}，${on(it.agreement_signed_on)}签订` : '没有'],
];

const ROLES: Record<string, string> = { borrower: '借款人', co_borrower: '共同借款人', guarantor: '保证人' };
const CARD_USES: Record<string, string> = { instalment: '按期还款', arrears: '归还逾期', early_repayment: '提前还款', payoff: '结清' };
const RIGHTS: Record<string, string> = { draft: '编制', confirm: '确认', pay: '缴款', look: '查询' };
const LOGINS: Record<string, string> = { awaiting_activation: '待激活', active: '可登录', shut: '已停用' };
export const partyRole = (it: Contract, person_id: string) => ROLES[it.parties.find((one) => one.person_id === person_id)?.role ?? ''] ?? '';

export const ENTRY: Column<OfAccounts['schemas']['Entry']>[] = [
  { head: '日期', cell: (one) => on(one.booked_on) }, { head: '业务', cell: (one) => `${one.business_text}${one.reversal ? '（冲账）' : ''}${one.withdrawal_reason_text ? `：${one.withdrawal_reason_text}` : ''}` },
  { head: '所属年月', cell: (one) => one.contribution_month ?? '' }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true, income: (one) => one.amount_fen > 0 }, { head: '余额', cell: (one) => yuan(one.balance_after_fen), number: true },
];
export const CHANGE: Column<OfAccounts['schemas']['HistoryLine']>[] = [
  { head: '日期', cell: (one) => on(one.on_date) }, { head: '变更', cell: (one) => one.business_text }, { head: '原因', cell: (one) => one.reason },
];
export const MERGE: Column<OfAccounts['schemas']['Merge']>[] = [
  { head: '复核同意', cell: (one) => at(one.asked_at) }, { head: '并入', cell: (one) => `${one.account_number}并入${one.into_account_number}` }, { head: '认定依据', cell: (one) => one.matched_by_text },
  { head: '状态', cell: (one) => one.state_text }, { head: '未合并的原因', cell: (one) => one.why_text }, { head: '转入', cell: (one) => (one.principal_fen === null ? '' : yuan(one.principal_fen + (one.interest_fen ?? 0))), number: true },
];
export const APPLICATION: Column<OfWithdrawals['schemas']['Application']>[] = [
  { head: '受理', cell: (one) => at(one.submitted_at) }, { head: '类型', cell: (one) => one.kind_text }, { head: '状态', cell: (one) => `${one.state_text}${one.overdue ? '（超过时限）' : ''}` },
  { head: '金额', cell: (one) => amount(one.amount_fen) ?? '', number: true }, { head: '收款卡', cell: (one) => `尾号${one.card_tail}` }, { head: '到账', cell: (one) => on(one.paid_on) }, { head: '原因', cell: (one) => one.reason?.text ?? '' },
];
export const AGREED: Column<OfWithdrawals['schemas']['Agreement']>[] = [
  { head: '签订', cell: (one) => on(one.signed_on) }, { head: '约定提取', cell: (one) => one.kind_text }, { head: '每隔', cell: (one) => `${one.every_months}个月` }, { head: '下次', cell: (one) => on(one.next_run_on) }, { head: '暂停或结束原因', cell: (one) => one.reason ?? '' },
];
export const CARD: Column<OfWithdrawals['schemas']['KeptCard']>[] = [
  { head: '银行卡', cell: (one) => `尾号${one.card_tail}` }, { head: '状态', cell: (one) => one.state_text }, { head: '核实', cell: (one) => on(one.verified_on) }, { head: '原因', cell: (one) => one.reason ?? '' },
];
export const MESSAGE: Column<OfNotifications['schemas']['MessageOfPerson']>[] = [
  { head: '时间', cell: (one) => at(one.created_at) }, { head: '模板', cell: (one) => one.template }, { head: '手机', cell: (one) => `尾号${one.phone_tail}` },
  { head: '状态', cell: (one) => one.state_text }, { head: '经过', cell: (one) => one.ways.map((way) => `${way.channel_text}${way.state_text}`).join('，') },
];
export const CALL: Column<OfHotline['schemas']['CallLine']>[] = [
  { head: '时间', cell: (one) => at(one.began_at) }, { head: '状态', cell: (one) => one.state_text }, { head: '结果', cell: (one) => one.ending_text ?? '' },
];
export const LOAN: Column<Contract>[] = [
  { head: '借款合同', cell: (one) => one.contract_number }, { head: '状态', cell: (one) => one.state_text }, { head: '贷款金额', cell: (one) => yuan(one.amount_fen), number: true },
  { head: '余额', cell: (one) => amount(one.account?.balance_fen) ?? '', number: true }, { head: '逾期', cell: (one) => (one.account?.arrears.instalments ? `${one.account.arrears.instalments}期` : '') },
];
export const MATTER: Column<Matter>[] = [
  { head: '事项', cell: (one) => one.title }, { head: '内容', cell: (one) => one.summary }, { head: '提出', cell: (one) => `${one.proposed_by_name} ${at(one.proposed_at)}` }, { head: '复核期限', cell: (one) => at(one.expires_at) },
];
export const INSTALMENT: Column<OfLoans['schemas']['InstalmentAnswer']>[] = [
  { head: '期次', cell: (one) => String(one.number), number: true }, { head: '到期', cell: (one) => on(one.due_on) }, { head: '本金', cell: (one) => yuan(one.principal_fen), number: true },
  { head: '利息', cell: (one) => yuan(one.interest_fen), number: true }, { head: '合计', cell: (one) => yuan(one.total_fen), number: true },
];
export const REPAYMENT: Column<OfLoans['schemas']['EntryAnswer']>[] = [
  { head: '日期', cell: (one) => on(one.booked_on) }, { head: '业务', cell: (one) => one.kind_text }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true }, { head: '本金', cell: (one) => yuan(one.principal_fen), number: true },
  { head: '利息', cell: (one) => yuan(one.interest_fen), number: true }, { head: '余额', cell: (one) => yuan(one.balance_after_fen), number: true },
];
export const DEBIT: Column<OfLoans['schemas']['DebitAnswer']>[] = [
  { head: '扣款日', cell: (one) => on(one.debit_on) }, { head: '用途', cell: (one) => CARD_USES[one.purpose] ?? one.purpose }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true }, { head: '卡', cell: (one) => `尾号${one.card_tail}` },
  { head: '状态', cell: (one) => `${one.state_text}${one.unknown_since ? '（结果未知）' : ''}` }, { head: '原因', cell: (one) => one.reason_text ?? '' },
];
export const OFFSET: Column<OfLoans['schemas']['AgreementAnswer']>[] = [
  { head: '签订', cell: (one) => on(one.signed_on) }, { head: '冲还贷方式', cell: (one) => (one.way === 'monthly' ? '按月冲还' : '按年冲还') }, { head: '结束', cell: (one) => on(one.ended_on) },
];
export const DISBURSEMENT: Column<OfLoans['schemas']['DisbursementAnswer']>[] = [
  { head: '审批', cell: (one) => on(one.approved_on) }, { head: '金额', cell: (one) => yuan(one.amount_fen), number: true }, { head: '收款账户', cell: (one) => `尾号${one.payee_tail}` }, { head: '状态', cell: (one) => `${one.state_text}${one.unknown_since ? '（结果未知）' : ''}` },
  { head: '结束', cell: (one) => on(one.ended_on) }, { head: '原因', cell: (one) => one.reason_text ?? '' },
];
export const STAFF: Column<OfAccounts['schemas']['StaffAccount']>[] = [
  { head: '姓名', cell: (one) => one.name }, { head: '个人账号', cell: (one) => one.account_number }, { head: '状态', cell: (one) => one.state_text }, { head: '缴存基数', cell: (one) => yuan(one.base_fen), number: true }, { head: '缴至', cell: (one) => one.paid_up_to ?? '' },
  { head: '欠缴', cell: (one) => one.owed_months.join('、') },
];
export const LIST: Column<OfAccounts['schemas']['RemittanceList']>[] = [
  { head: '年月', cell: (one) => one.month }, { head: '状态', cell: (one) => one.state_text }, { head: '人数', cell: (one) => String(one.head_count), number: true }, { head: '金额', cell: (one) => yuan(one.total_fen), number: true },
  { head: '缴款识别码', cell: (one) => one.payment_reference }, { head: '入账', cell: (one) => at(one.booked_at) },
];
export const OWED: Column<OfAccounts['schemas']['Owed']>[] = [
  { head: '姓名', cell: (one) => one.name }, { head: '个人账号', cell: (one) => one.account_number }, { head: '欠缴月份', cell: (one) => one.months.join('、') },
];
export const EMPLOYER: Column<Employer>[] = [
  { head: '单位账号', cell: (one) => one.employer_number }, { head: '名称', cell: (one) => one.name }, { head: '缴至年月', cell: (one) => on(one.paid_up_to) }, { head: '登记日期', cell: (one) => on(one.registered_on) },
];
/** All employers by number, page by page. */
export const everyEmployer = (cursor: string | null) => told(accounts.GET('/api/accounts/employers', { params: { query: { limit: LINES, ...(cursor ? { cursor } : {}) } } }));
export const DEFERRAL: Column<OfAccounts['schemas']['Deferral']>[] = [
  { head: '缓缴', cell: (one) => `${one.from_month}至${one.until_month}` }, { head: '补缴期限', cell: (one) => on(one.catch_up_by) }, { head: '批准文号', cell: (one) => one.resolution_number },
];
export const HARDSHIP: Column<OfAccounts['schemas']['HardshipRequest']>[] = [
  { head: '申请时间', cell: (one) => at(one.asked_at) }, { head: '事项', cell: (one) => one.kind_text }, { head: '月份', cell: (one) => `${one.from_month}至${one.until_month}` }, { head: '决议', cell: (one) => one.resolution_number },
  { head: '办理情况', cell: (one) => one.state_text }, { head: '退回原因', cell: (one) => one.answer ?? '' },
];
export const COMPLAINT: Column<OfAccounts['schemas']['ComplaintCase']>[] = [
  { head: '时间', cell: (one) => at(one.made_at) }, { head: '职工', cell: (one) => one.name }, { head: '月份', cell: (one) => one.months.join('、') }, { head: '内容', cell: (one) => one.words }, { head: '状态', cell: (one) => one.state_text },
];
export const OPERATOR: Column<OfGateway['schemas']['OperatorShown']>[] = [
  { head: '姓名', cell: (one) => one.name }, { head: '登录账号', cell: (one) => one.login }, { head: '手机', cell: (one) => one.phone }, { head: '权限', cell: (one) => one.rights.map((right) => RIGHTS[right] ?? right).join('、') }, { head: '状态', cell: (one) => LOGINS[one.state] ?? one.state },
];
