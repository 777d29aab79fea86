// Counter business (柜台业务): what a maker enters for somebody who stands at the counter; another person decides it.

import { accounts, gateway, loans, told, withdrawals } from '@/api/client';
import type { components as OfAccounts } from '@/api/generated/accounts';
import type { components as OfLoans } from '@/api/generated/loans';
import type { components as OfWithdrawals } from '@/api/generated/withdrawals';
import { cardDigits, cardProblem, cleanId, cleanPhone, idProblem, phoneProblem } from '@/lib/ids';
import { fenFromYuan } from '@/lib/money';
import { CAUSES } from './bans';
import type { Grounds } from './grounds';
import type { ScanDeskName } from './scans';
import type { Account } from './whole';

export type Values = Record<string, string>;
export interface Choice { value: string; text: string; note?: string }
/** What is filled in; `check` says what is wrong with it, `when` whether it is asked for. */
export interface Field {
  id: string; label: string; kind: 'text' | 'money' | 'day' | 'choice'; hint?: string; optional?: boolean; choices?: Choice[];
  check?: (text: string) => string | null; when?: (values: Values) => boolean;
}
/** A business: what it is, what is filled in, whether documents are needed, what is sent. */
export interface Deed {
  id: string; title: string; text: string; fields: Field[]; reason: string;
  /** `none`: the reason says it all, and it takes effect at once. */
  evidence: 'needed' | 'optional' | 'none';
  /** Whether it takes effect only with a scan of its paper. */
  scanned?: (values: Values) => boolean;
  send: (values: Values, grounds: Grounds, key: string) => Promise<Sent>;
}
/** What was proposed, on whose desk it lies, and what is said of it. */
export interface Sent { desk: ScanDeskName; proposal_id: string; text: string }

export const header = (key: string) => ({ 'Idempotency-Key': key });
interface Proposed { proposal_id: string; summary: string }
export const proposed = async (desk: ScanDeskName, made: Promise<Proposed>): Promise<Sent> => {
  const { proposal_id, summary } = await made;
  return { desk, proposal_id, text: `已提交：${summary}。另一人复核后生效。` };
};
/** What was filled in. */
export const text = (values: Values, id: string) => (values[id] ?? '').trim();
export const orNone = (values: Values, id: string) => text(values, id) || null;
const fenOr = (values: Values, id: string) => (text(values, id) ? fenFromYuan(text(values, id)) : null);
export const money = (id: string, label: string, hint?: string, optional = false): Field => ({
  id, label, kind: 'money', optional, ...(hint ? { hint } : {}), check: (typed) => (fenFromYuan(typed) === null ? '请填写大于0的金额，最多两位小数' : null),
});
const card = (id: string, label: string): Field => ({ id, label, kind: 'text', check: (typed) => cardProblem(typed) });
/** The person confirms it with a code on the phone on file, or documents show it; two people of the centre decide either. */
const HOW: Field = {
  id: 'unreachable', label: '本人怎样确认', kind: 'choice',
  choices: [{ value: 'no', text: '用预留手机收到的验证码' }, { value: 'yes', text: '预留手机不能接收验证码，凭书面材料' }],
};
const unreachable = (values: Values) => values['unreachable'] === 'yes';
export const codeOf = (id: string): Field => ({ id, label: '统一社会信用代码', kind: 'text', check: (typed) => (/^[0-9A-HJ-NP-RTUW-Y]{18}$/i.test(typed) ? null : '统一社会信用代码是18位') });
export const document = (id: string, label: string): Field => ({ id, label, kind: 'text', check: (typed) => idProblem(cleanId(typed)) });

export const SEALS: Record<OfAccounts['schemas']['SealReason'], string> = {
  terminated: '离职', retired: '退休', unpaid_leave: '停薪留职', deceased: '死亡', sentenced: '判刑', abroad: '出国定居', other: '其他',
};
const choicesOf = (words: Record<string, string>): Choice[] => Object.entries(words).map(([value, word]) => ({ value, text: word }));
const acts = (values: Values) => values['acting'] !== 'self';
const always = () => true;

/** What can be done for the holder of an account; `types`: what can be withdrawn. */
export function deedsFor(account: Account, types: readonly Choice[]): Deed[] {
  const number = account.account_number, frozen = account.state === '06';
  return [
    {
      id: 'withdraw', title: '受理提取', text: '本人、监护人或受托人到柜台申请；钱只付到账户本人的银行卡。', reason: '受理情况', evidence: 'needed', scanned: acts,
      fields: [
        { id: 'kind', label: '提取类型', kind: 'choice', choices: [...types] }, card('card', '本人银行卡号'),
        { id: 'acting', label: '谁来办理', kind: 'choice', choices: [{ value: 'self', text: '本人' }, { value: 'guardian', text: '监护人' }, { value: 'authorised', text: '受托人', note: '凭授权委托书' }] },
        { id: 'agent', label: '代办人姓名', kind: 'text', when: acts }, { ...document('agent-id', '代办人身份证号码'), when: acts },
        { id: 'subject', label: '合同、房屋或贷款编号', kind: 'text', optional: true, hint: '有几份的才填。' },
        money('amount', '提取金额', '少提的才填，不填按能提的办。', true), HOW,
      ],
      send: (values, grounds, key) => {
        const body: OfWithdrawals['schemas']['CounterApplication'] = {
          ...grounds, unreachable: unreachable(values), person_id: account.person_id, kind: text(values, 'kind'), card_number: cardDigits(text(values, 'card')),
          acting: text(values, 'acting') as OfWithdrawals['schemas']['Acting'], agent_id_type: '01',
          agent_name: acts(values) ? text(values, 'agent') : null, agent_id_number: acts(values) ? cleanId(text(values, 'agent-id')) : null,
          loan_contract_number: null, subject: orNone(values, 'subject'), amount_fen: fenOr(values, 'amount'),
        };
        return proposed('withdrawals', told(withdrawals.POST('/api/withdrawals/counter-applications', { params: { header: header(key) }, body })));
      },
    },
    frozen ? {
      id: 'unfreeze', title: '解除冻结', text: '凭有权机关的解除文书。复核同意后恢复冻结前的状态。', reason: '解除文书的文号和内容', evidence: 'needed', scanned: always, fields: [],
      send: (_values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/accounts/{account_number}/unfreeze', { params: { path: { account_number: number }, header: header(key) }, body: grounds }))),
    } : {
      id: 'freeze', title: '冻结', text: '凭有权机关的协助冻结文书，立即生效，只收不付；文书由另一人核对，解除须两人办理。', reason: '冻结文书的机关、文号', evidence: 'none', scanned: always, fields: [],
      send: async (_values, grounds, key) => {
        const { proposal_id } = await told(accounts.POST('/api/accounts/accounts/{account_number}/freeze', { params: { path: { account_number: number }, header: header(key) }, body: grounds }));
        return { desk: 'accounts', proposal_id, text: '账户已冻结。冻结文书由另一人核对。' };
      },
    },
    {
      id: 'seal', title: '中心封存', text: '单位逾期不办的，劳动关系结束三十天后由中心封存（R-SEAL-7）。', reason: '为什么由中心封存', evidence: 'needed',
      fields: [{ id: 'why', label: '封存原因', kind: 'choice', choices: choicesOf(SEALS) }, { id: 'ended', label: '劳动关系哪天结束', kind: 'day' }],
      send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/accounts/{account_number}/centre-seal', {
        params: { path: { account_number: number }, header: header(key) },
        body: { ...grounds, seal_reason: text(values, 'why') as OfAccounts['schemas']['SealReason'], employment_ended_on: text(values, 'ended') },
      }))),
    },
    {
      id: 'correct', title: '错缴更正', text: '把记错的缴存冲账，记到应属的账户；不填账户的退回单位暂收。', reason: '错在哪里', evidence: 'needed',
      fields: [
        { id: 'month', label: '错缴的月份', kind: 'text', hint: '例如：2026-09', check: (typed) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(typed) ? null : '请写成2026-09这样') },
        money('employer', '单位部分', '没有的不填。', true), money('employee', '个人部分', '没有的不填。', true),
        { id: 'to', label: '应属的个人账号', kind: 'text', optional: true, check: (typed) => (/^\d{12}$/.test(typed) ? null : '个人账号是12位数字') },
      ],
      send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/accounts/{account_number}/corrections', {
        params: { path: { account_number: number }, header: header(key) },
        body: { ...grounds, month: text(values, 'month'), employer_fen: fenOr(values, 'employer') ?? 0, employee_fen: fenOr(values, 'employee') ?? 0, to_account_number: orNone(values, 'to') },
      }))),
    },
    {
      id: 'merge', title: '账户合并', text: `同一人有两个账户的，把本账户（${number}）并入证件号码正确的那个账户，以后只用那个账户。姓名须相同；提取和贷款都没有在办业务才能合并，复核后由系统核查。`, reason: '怎样认定是同一人', evidence: 'needed',
      fields: [{ id: 'into', label: '保留的个人账号', kind: 'text', hint: '证件号码正确的那个账户', check: (typed) => (typed === number ? '保留的账户不能是本账户' : /^\d{12}$/.test(typed) ? null : '个人账号是12位数字') }],
      send: (values, grounds, key) => proposed('accounts', told(accounts.POST('/api/accounts/accounts/{account_number}/merges', {
        params: { path: { account_number: number }, header: header(key) }, body: { ...grounds, into_account_number: text(values, 'into') },
      }))),
    },
    {
      id: 'ban', title: '限制提取', text: '使用虚假材料、骗取贷款的，从发现之日起按当时的规定限制提取和贷款（R-WDR-14）。解除在提取审核页面办理。', reason: '查明的情况', evidence: 'needed',
      fields: [
        { id: 'cause', label: '限制原因', kind: 'choice', choices: choicesOf(CAUSES) }, { id: 'found', label: '哪天发现', kind: 'day' },
        { id: 'document', label: '认定文书的文号', kind: 'text' },
      ],
      send: (values, grounds, key) => proposed('withdrawals', told(withdrawals.POST('/api/withdrawals/bans', {
        params: { header: header(key) },
        body: { ...grounds, person_id: account.person_id, cause: text(values, 'cause') as keyof typeof CAUSES, found_on: text(values, 'found'), document_number: text(values, 'document') },
      }))),
    },
    {
      id: 'phone', title: '更换预留手机号', text: '原手机号已不能用的，凭身份证件办理；同意后本人的登录全部退出。', reason: '为什么到柜台更换', evidence: 'needed',
      fields: [document('id', '出示的身份证号码'), { id: 'phone', label: '新手机号', kind: 'text', check: (typed) => phoneProblem(typed) }],
      send: (values, grounds, key) => proposed('gateway', told(gateway.POST('/api/gateway/phone-changes', {
        params: { header: header(key) }, body: { ...grounds, id_type: '01', id_number: cleanId(text(values, 'id')), phone: cleanPhone(text(values, 'phone')) },
      }))),
    },
    {
      id: 'identity', title: '更正姓名、证件号码', text: '凭公安机关的证明，证件类型为居民身份证。', reason: '为什么更正', evidence: 'needed', scanned: always,
      fields: [document('present', '现在登记的身份证号码'), { id: 'name', label: '更正后的姓名', kind: 'text' }, document('id', '更正后的身份证号码')],
      send: (values, grounds, key) => proposed('gateway', told(gateway.POST('/api/gateway/identity-corrections', {
        params: { header: header(key) },
        body: { ...grounds, present_id_type: '01', present_id_number: cleanId(text(values, 'present')), name: text(values, 'name'), id_type: '01', id_number: cleanId(text(values, 'id')) },
      }))),
    },
  ];
}

const TRANSFERS = { '02': '当期应还', '04': '逾期', '03': '部分提前还款', '06': '结清' };
const EFFECTS = [{ value: '', text: '按冲抵协议' }, { value: 'shorten', text: '缩短贷款年限' }, { value: 'reduce', text: '减少月还款额' }];

/** What can be done at the counter about a loan. */
export function deedsOn(contract_number: string): Deed[] {
  const params = (key: string) => ({ path: { contract_number }, header: header(key) });
  return [
    {
      id: 'debit', title: '扣款还款', text: '从还款卡扣当日应还的全部，或者其中一部分。', reason: '为什么在柜台扣款', evidence: 'optional', fields: [money('amount', '扣款金额', '不填扣当日应还的全部。', true), HOW],
      send: (values, grounds, key) => proposed('loans', told(loans.POST('/api/loans/contracts/{contract_number}/counter/card-repayments', { params: params(key), body: { ...grounds, unreachable: unreachable(values), amount_fen: fenOr(values, 'amount') } }))),
    },
    {
      id: 'early', title: '提前还款', text: '从还款卡扣款；没有约定、有逾期的也可以办。', reason: '受理情况', evidence: 'optional',
      fields: [
        { id: 'kind', label: '还多少', kind: 'choice', choices: [{ value: 'payoff', text: '全部结清' }, { value: 'partial', text: '部分还款' }] },
        { ...money('amount', '还款金额'), when: (values) => values['kind'] === 'partial' },
        { id: 'effect', label: '以后怎样还', kind: 'choice', choices: EFFECTS, optional: true, when: (values) => values['kind'] === 'partial' },
        HOW,
      ],
      send: (values, grounds, key) => {
        const partial = values['kind'] === 'partial', effect = partial ? text(values, 'effect') : '';
        const body: OfLoans['schemas']['CounterEarlyBody'] = {
          ...grounds, unreachable: unreachable(values), kind: text(values, 'kind') as OfLoans['schemas']['CounterEarlyBody']['kind'], amount_fen: partial ? fenOr(values, 'amount') : null,
          effect: (effect || null) as OfLoans['schemas']['CounterEarlyBody']['effect'],
        };
        return proposed('loans', told(loans.POST('/api/loans/contracts/{contract_number}/counter/early-repayments', { params: params(key), body })));
      },
    },
    {
      id: 'card', title: '更换还款卡', text: '须为借款人或共同借款人本人的银行卡。', reason: '为什么更换', evidence: 'optional',
      fields: [card('card', '新银行卡号'), { id: 'holder', label: '持卡人姓名', kind: 'text' }, HOW],
      send: (values, grounds, key) => proposed('loans', told(loans.POST('/api/loans/contracts/{contract_number}/counter/card-changes', { params: params(key), body: { ...grounds, unreachable: unreachable(values), number: cardDigits(text(values, 'card')), holder_name: text(values, 'holder') } }))),
    },
    {
      id: 'payee', title: '更正收款人', text: '放款失败或者被退回的，更正收款账户后重新放款；收款人须为合同约定的收款人或借款人。', reason: '为什么更正', evidence: 'needed',
      fields: [{ id: 'payee', label: '收款账号', kind: 'text', check: (typed) => (/^\d{8,32}$/.test(typed.replace(/[\s-]/g, '')) ? null : '收款账号是8到32位数字') }, { id: 'holder', label: '户名', kind: 'text' }],
      send: (values, grounds, key) => proposed('loans', told(loans.POST('/api/loans/contracts/{contract_number}/counter/payee-changes', { params: params(key), body: { ...grounds, number: text(values, 'payee'), holder_name: text(values, 'holder') } }))),
    },
    {
      id: 'transfer', title: '来款还款', text: '把未识别来款中的一笔整笔用于还这笔贷款；来款由归集确认后才记账。', reason: '怎样认定是还这笔贷款', evidence: 'needed',
      fields: [
        { id: 'serial', label: '银行流水号', kind: 'text', hint: '差错与逾期页面“未识别来款”所列。' }, money('came', '来款金额'), { id: 'came-on', label: '起息日', kind: 'day' },
        { id: 'kind', label: '还什么', kind: 'choice', choices: choicesOf(TRANSFERS) },
        { id: 'effect', label: '以后怎样还', kind: 'choice', choices: EFFECTS, optional: true, when: (values) => values['kind'] === '03' },
      ],
      send: (values, grounds, key) => proposed('loans', told(loans.POST('/api/loans/contracts/{contract_number}/counter/transfer-repayments', {
        params: params(key),
        body: {
          ...grounds, bank_serial: text(values, 'serial'), amount_fen: fenOr(values, 'came') ?? 0, paid_on: text(values, 'came-on'), kind: text(values, 'kind') as OfLoans['schemas']['TransferBody']['kind'],
          effect: ((values['kind'] === '03' && text(values, 'effect')) || null) as OfLoans['schemas']['TransferBody']['effect'],
        },
      }))),
    },
  ];
}

/** What is chosen as long as nobody has chosen otherwise. */
export const CHOSEN_AT_FIRST: Values = { acting: 'self', unreachable: 'no' };
/** Whether a scan has to go along. */
export const needsScan = (deed: Deed, values: Values): boolean => deed.scanned?.(values) ?? false;
/** Whether the numbers of documents are asked for. */
export const needsEvidence = (deed: Deed, values: Values): boolean => deed.evidence === 'needed' || unreachable(values);

/** What is wrong with what was filled in, by the ids of the fields on the page. */
export function problemsOf(deed: Deed, values: Values): { id: string; text: string }[] {
  return deed.fields.filter((one) => one.when?.(values) ?? true).flatMap((one) => {
    const typed = text(values, one.id);
    if (!typed) return one.optional ? [] : [{ id: `counter-${one.id}`, text: `${one.kind === 'choice' ? '请选择' : '请填写'}${one.label}` }];
    const wrong = one.check?.(typed);
    return wrong ? [{ id: `counter-${one.id}`, text: wrong }] : [];
  });
}
