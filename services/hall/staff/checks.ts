// 逢办必查 and 信用报告 on the desk: who asked about whom in a matter and what was answered; questions of one's own; reports at the counter.

import { credit, told } from '@/api/client';
import type { components } from '@/api/generated/credit';
import { chineseDate, chineseTime } from '@/lib/dates';
import { cleanId, creditCodeProblem } from '@/lib/ids';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { save } from '@/kit/files';
import { awaiting, text, type Asked, type Field } from './asking';
import { looking } from './grounds';
import { WHO, named } from './subjects';

type Of = components['schemas'];
export type Check = Of['CheckAnswer'];
export type Hit = Of['Hit'];

const AT_ONCE = 50, MOST = 1_000;
const ASKERS: Record<string, string> = { staff: '工作人员', accounts: '归集', loans: '贷款', withdrawals: '提取', transfers: '异地转移' };
const MATTERS: Record<string, string> = { employer_registration: '单位缴存登记', deferral: '缓缴', loan_contract: '签订借款合同', withdrawal: '提取', manual: '逢报必查' };
const MATCHES: Record<string, string> = { exact: '名称和代码一致', name_only: '只有名称一致', none: '主体库里没有' };
const STATES: Record<string, string> = { valid: '有效', in_repair: '修复中', in_objection: '异议中' };
const header = (key: string) => ({ 'Idempotency-Key': key });

export const readChecks = (matter_id: string, reason: string) => told(credit.GET('/api/credit/checks', { params: { query: { matter_id }, header: looking(reason) } })).then((found) => found.items);
export const checkFacts = (one: Check): Fact[] => [
  ['谁提出', ASKERS[one.asked_by] ?? one.asked_by], ['办什么', MATTERS[one.matter] ?? one.matter], ['办件编号', one.matter_id], ['查询用途', one.purpose], ['查询日期', chineseDate(one.asked_on)],
  ['查询谁', one.code_masked], ['核对', MATCHES[one.match] ?? one.match], ['结果', one.result_text], ['数据截至', chineseTime(one.data_as_of)], ['第几次答复', one.round > 1 ? String(one.round) : null],
];
export const FOUND: Column<Of['CheckItem']>[] = [
  { head: '种类', cell: (one) => one.kind_text }, { head: '决定机关', cell: (one) => one.authority_name }, { head: '决定文书号', cell: (one) => one.document_no }, { head: '决定日期', cell: (one) => chineseDate(one.decided_on) },
  { head: '公示截止', cell: (one) => (one.public_until ? chineseDate(one.public_until) : '') }, { head: '状态', cell: (one) => STATES[one.state] ?? one.state },
];
const done = (one: Hit) => one.uses.map((use) => `${one.measures.find((it) => it.measure_code === use.measure_code)?.words ?? use.measure_code}：${use.applied ? '已采取' : '未采取'}，${use.why}`).join('；');
export const HIT: Column<Hit>[] = [
  { head: '名单', cell: (one) => one.list_name }, { head: '认定文书号', cell: (one) => one.document_no }, { head: '列入', cell: (one) => chineseDate(one.in_on) },
  { head: '可以采取的措施', cell: (one) => one.measures.map((it) => it.words).join('；') || '没有' }, { head: '反馈', cell: done },
];

interface Firm { name: string; code: string }
/** One firm a line, its code at the end. */
function firmsIn(typed: string): Firm[] {
  return typed.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const at = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t'), line.lastIndexOf('，'), line.lastIndexOf(','));
    return { name: line.slice(0, at).trim(), code: cleanId(line.slice(at + 1)) };
  });
}
function firmsProblem(typed: string): string | null {
  const firms = firmsIn(typed), at = firms.findIndex((one) => one.name.length < 2 || creditCodeProblem(one.code) !== null);
  if (at >= 0) return `第${at + 1}行应为主体名称、空格、统一社会信用代码`;
  return firms.length > MOST ? `一次最多${MOST}个主体` : null;
}
/** Ask about firms in a matter: at once about a few, by two people about many (R-CRD-32). */
export const askDeed = (): Asked => ({
  title: '信用核查', about: `评优、采购等事项按办件查询。查询结果供审核参考，不作为拒绝办理的依据；一次超过${AT_ONCE}个主体的由两人办理。`, yes: '查询', reason: '查询用途',
  fields: [{ id: 'matter', label: '办件编号', kind: 'text' }, { id: 'firms', label: '查询哪些主体', kind: 'lines', hint: '每行一个：主体名称、空格、统一社会信用代码。', check: firmsProblem }],
  send: async (values, grounds, key) => {
    const subjects = firmsIn(text(values, 'firms')), body = { matter_id: text(values, 'matter'), purpose: grounds.reason, subjects };
    if (subjects.length > AT_ONCE) return awaiting(await told(credit.POST('/api/credit/checks/bulk', { params: { header: header(key) }, body: { ...body, ...grounds } })));
    await told(credit.POST('/api/credit/checks', { params: { header: header(key) }, body }));
    return `办件${body.matter_id}已查询${subjects.length}个主体，输入办件编号查看答复。`;
  },
});
/** What became of the measures that a list allows in the matter (R-CRD-28). */
export const feedbackDeed = (check: Check, hit: Hit): Asked => ({
  title: '反馈措施', about: `${hit.list_name}，办件${check.matter_id}。采取或者没有采取都须反馈。`, yes: '反馈', reason: '为什么',
  fields: [
    { id: 'measure', label: '哪项措施', kind: 'choice', choices: hit.measures.map((one) => ({ value: one.measure_code, text: one.words })) },
    { id: 'applied', label: '是否采取', kind: 'choice', choices: [{ value: 'yes', text: '已采取' }, { value: 'no', text: '未采取' }] },
  ],
  send: async (values, grounds, key) => {
    await told(credit.POST('/api/credit/checks/{check_id}/feedback', {
      params: { path: { check_id: check.check_id }, header: header(key) },
      body: { entry_id: hit.entry_id, measure_code: text(values, 'measure'), applied: values['applied'] === 'yes', why: grounds.reason },
    }));
    return `已反馈：${hit.list_name}。`;
  },
});

const byPaper = (values: Record<string, string>) => values['ground'] === 'authority';
const REPORTED: Field[] = [
  ...WHO, { id: 'ground', label: '查询依据', kind: 'choice', first: 'self', choices: [{ value: 'self', text: '本人（单位）自查' }, { value: 'authority', text: '书面授权委托查询' }] },
  { id: 'authority', label: '授权书编号', kind: 'text', when: byPaper },
];
/** A report for who stands at the counter; its paper is fetched at once. */
export const reportDeed = (): Asked => ({
  title: '出具信用报告', about: '凭主体本人、单位或其书面授权办理。报告所载信息此后有变化的，不能再下载。', yes: '出具并下载', fields: REPORTED, reason: '查询用途',
  send: async (values, grounds, key) => {
    const made = await told(credit.POST('/api/credit/reports', {
      params: { header: header(key) },
      body: { ...named(values), ground: text(values, 'ground') as Of['Ground'], authority_no: byPaper(values) ? text(values, 'authority') : null, purpose: grounds.reason },
    }));
    await saveReport(made.number, grounds.reason);
    return `已出具信用报告${made.number}。`;
  },
});
export async function saveReport(number: string, reason: string): Promise<void> {
  save(`${number}.pdf`, await told(credit.GET('/api/credit/reports/{number}/pdf', { params: { path: { number }, header: looking(reason) }, parseAs: 'blob' })) as Blob);
}
/** A report that was issued before, fetched again for a reason. */
export const fetchDeed = (): Asked => ({
  title: '重新下载信用报告', about: '已修复或者已变化的报告不能再下载，请重新出具。', yes: '下载', reason: '查询理由', fields: [{ id: 'number', label: '报告编号', kind: 'text' }],
  send: async (values, grounds) => {
    await saveReport(text(values, 'number'), grounds.reason);
    return `已下载信用报告${text(values, 'number')}。`;
  },
});
