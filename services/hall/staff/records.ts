// 双公示 on the desk: permits and penalties from entry to their end, repairs and objections with their deadlines, what the fund itself decided.

import { credit, told } from '@/api/client';
import type { components } from '@/api/generated/credit';
import { chineseDate, chineseTime } from '@/lib/dates';
import { cleanId, creditCodeProblem, idProblem } from '@/lib/ids';
import { fenFromYuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { awaiting, text, type Asked, type Field, type Values } from './asking';
import { evidenceOf, looking } from './grounds';

type Of = components['schemas'];
export type CreditRecord = Of['RecordAnswer'];
export type RecordDetail = Of['RecordDetail'];
export type Objection = Of['OpenObjection'];
export type Repair = Of['RepairAnswer'];
type Row = Of['NewRecord'];

export const STATES: Record<Of['RecordState'], string> = { entered: '待公示', published: '公示中', ended: '公示期满', repaired: '已修复', withdrawn: '已撤销' };
export const STATE_CHOICES = Object.entries(STATES).map(([value, word]) => ({ value: value as Of['RecordState'], text: word }));
const STEPS: Record<string, string> = { enter: '录入', publish: '公示', correct: '更正', recompute: '重算公示期', end: '期满', repair: '修复', withdraw: '撤销' };
const CATEGORIES = ['法人及非法人组织', '个体工商户', '自然人'], PERMIT_TYPES = ['普通', '特许', '认可', '核准', '登记', '其他'];
const FEN = 100, DECIMALS = 2;
const header = (key: string) => ({ 'Idempotency-Key': key });
const same = (words: readonly string[]) => words.map((value) => ({ value, text: value }));
const code = (id: string, label: string): Field => ({ id, label, kind: 'text', check: (typed) => creditCodeProblem(cleanId(typed)) });
const line = (id: string, label: string, optional = false): Field => ({ id, label, kind: 'text', optional });
const natural = (values: Values) => values['subject_category'] === '自然人', body = (values: Values) => !natural(values);
const fen = (values: Values, id: string) => (text(values, id) ? fenFromYuan(text(values, id)) : null);

export const readRecords = (state: Of['RecordState'], cursor: string | null = null) => told(credit.GET('/api/credit/records', { params: { query: { state, ...(cursor ? { cursor } : {}) } } }));
export const readRecord = (record_id: string, reason: string) => told(credit.GET('/api/credit/records/{record_id}', { params: { path: { record_id } }, headers: looking(reason) }));
export const readObjections = (reason: string) => (cursor: string | null) => told(credit.GET('/api/credit/objections', { params: { query: cursor ? { cursor } : {}, header: looking(reason) } }));
export const readRecordsOf = (subject_id: string, reason: string) => (cursor: string | null) => told(credit.GET('/api/credit/subjects/{subject_id}/records', {
  params: { path: { subject_id }, query: cursor ? { cursor } : {}, header: looking(reason) },
}));
export const readRepairs = () => told(credit.GET('/api/credit/repairs')).then((found) => found.items);
/** What the fund decided itself, and which row came of each. */
export async function readOwn() {
  const [decisions, penalties] = await Promise.all([told(credit.GET('/api/credit/fund-decisions')), told(credit.GET('/api/credit/fund-penalties'))]);
  return [...decisions.items.map((one) => ({ ...one, id: one.decision_id, what: '限制提取' })), ...penalties.items.map((one) => ({ ...one, id: one.penalty_id, what: `罚款，${one.social_credit_code}` }))];
}
export type OwnDecision = Awaited<ReturnType<typeof readOwn>>[number];

export const RECORD: Column<CreditRecord>[] = [
  { head: '种类', cell: (one) => one.kind_text }, { head: '主体', cell: (one) => one.subject_name ?? '自然人' }, { head: '决定文书号', cell: (one) => one.document_no }, { head: '决定机关', cell: (one) => one.authority_name },
  { head: '决定日期', cell: (one) => chineseDate(one.decided_on) }, { head: '应公示于', cell: (one) => `${chineseDate(one.due_on)}${one.late ? '，已逾期' : ''}` },
  { head: '公示截止', cell: (one) => (one.public_until ? chineseDate(one.public_until) : one.public ? '' : '不公示') },
];
export const STANDING: Column<CreditRecord>[] = [{ head: '状态', cell: (one) => one.state_text }, ...RECORD.filter((one) => one.head !== '主体')];
export const VERSION: Column<Of['RecordVersion']>[] = [
  { head: '时间', cell: (one) => chineseTime(one.changed_at) }, { head: '经过', cell: (one) => STEPS[one.step] ?? one.step }, { head: '公示截止', cell: (one) => (one.public_until ? chineseDate(one.public_until) : '') },
  { head: '原因', cell: (one) => one.reason },
];
export const REPAIR: Column<Repair>[] = [
  { head: '申请人', cell: (one) => one.applicant }, { head: '状态', cell: (one) => one.state_text }, { head: '申请日期', cell: (one) => chineseDate(one.applied_on) },
  { head: '最迟受理', cell: (one) => chineseDate(one.accept_due_on) }, { head: '最迟办结', cell: (one) => chineseDate(one.result_due_on) },
];
export const OBJECTION: Column<Objection>[] = [
  { head: '决定文书号', cell: (one) => one.document_no }, { head: '主体', cell: (one) => one.subject_name ?? '自然人' }, { head: '哪里不对', cell: (one) => one.about_text }, { head: '异议内容', cell: (one) => one.words },
  { head: '登记日期', cell: (one) => chineseDate(one.raised_on) }, { head: '最迟答复', cell: (one) => `${chineseDate(one.result_due_on)}${one.late ? '，已逾期' : ''}` },
];
export const OWN: Column<OwnDecision>[] = [
  { head: '决定', cell: (one) => one.what }, { head: '文书号', cell: (one) => one.document_no }, { head: '报送情况', cell: (one) => one.state_text }, { head: '收到时间', cell: (one) => chineseTime(one.heard_at) },
];
const said = (one: RecordDetail, id: string) => { const value = one.content[id]; return typeof value === 'string' ? value : ''; };
export const recordFacts = (one: RecordDetail): Fact[] => [
  ['种类', one.kind_text], ['状态', one.state_text], ['主体', one.subject_name ?? said(one, 'subject_name')], ['决定文书号', one.document_no], ['决定机关', one.authority_name], ['决定日期', chineseDate(one.decided_on)],
  ['违法行为类型或许可类别', said(one, 'what')], ['违法事实', said(one, 'facts')], ['处罚依据', said(one, 'basis')], ['内容', said(one, 'content')], ['程度', one.gravity_text], ['应公示于', chineseDate(one.due_on)],
  ['可申请修复', one.repair_from ? `${chineseDate(one.repair_from)}起` : null], ['公示截止', one.public_until ? chineseDate(one.public_until) : null], ['主体编号', one.subject_id],
];

const WHOM: Field[] = [
  { id: 'subject_category', label: '行政相对人类别', kind: 'choice', first: CATEGORIES[0]!, choices: same(CATEGORIES) }, line('subject_name', '行政相对人名称'), { ...code('subject_code', '统一社会信用代码'), when: body },
  { id: 'id_number', label: '居民身份证号码', kind: 'text', check: (typed) => idProblem(cleanId(typed)), when: natural }, { ...line('legal_representative', '法定代表人'), when: body },
];
const BY: Field[] = [
  { id: 'decided_on', label: '决定日期', kind: 'day' }, line('authority_name', '决定机关'), code('authority_code', '决定机关的统一社会信用代码'), line('source_name', '数据来源单位'),
  code('source_code', '数据来源单位的统一社会信用代码'), line('remark', '备注', true),
];
const PENALTY: Field[] = [
  line('document_no', '决定文书号'), line('what', '违法行为类型'), { id: 'facts', label: '违法事实', kind: 'lines' }, line('basis', '处罚依据'),
  { ...line('penalty_types', '处罚类别'), hint: '例如：罚款。有几种的用顿号隔开。' }, { id: 'content', label: '处罚内容', kind: 'lines' },
  { id: 'fine', label: '罚款金额', kind: 'money', optional: true }, { id: 'confiscated', label: '没收金额', kind: 'money', optional: true }, line('licence', '暂扣或吊销的证照名称及编号', true),
];
const PERMIT: Field[] = [
  line('document_title', '决定文书名称'), line('document_no', '决定文书号'), { id: 'what', label: '许可类别', kind: 'choice', choices: same(PERMIT_TYPES) }, { id: 'content', label: '许可内容', kind: 'lines' },
  line('certificate_name', '许可证书名称', true), line('certificate_number', '许可编号', true), { id: 'valid_from', label: '有效期自', kind: 'day' }, { id: 'valid_until', label: '有效期至', kind: 'day', hint: '长期有效的填2099年12月31日。' },
];
const fieldsOf = (kind: Of['RecordKind']) => [...WHOM, ...(kind === 'penalty' ? PENALTY : PERMIT), ...BY];
const BLANK: Omit<Row, 'kind'> = {
  subject_name: '', subject_category: '', subject_code: '', id_number: '', organisation_code: '', legal_representative: '', document_title: '', document_no: '', what: '', facts: '', basis: '', content: '',
  licence: '', certificate_name: '', certificate_number: '', authority_name: '', authority_code: '', source_name: '', source_code: '', remark: '', simple_procedure: false, state_secret: false,
};
/** A row of 双公示 from what was filled in; `before` says what no field asks for. */
function rowOf(kind: Of['RecordKind'], values: Values, before: Record<string, unknown> = {}): Row {
  const typed = Object.fromEntries(fieldsOf(kind).filter((one) => one.kind !== 'money' && one.kind !== 'day').map((one) => [one.id, one.id.endsWith('code') || one.id === 'id_number' ? cleanId(text(values, one.id)) : text(values, one.id)]));
  const days = Object.fromEntries(fieldsOf(kind).filter((one) => one.kind === 'day').map((one) => [one.id, text(values, one.id) || null]));
  const other = natural(values) ? { subject_code: '', legal_representative: '' } : { id_number: '' };
  return { ...BLANK, ...before, ...typed, ...days, ...other, kind, penalty_types: evidenceOf(text(values, 'penalty_types')), fine_fen: fen(values, 'fine'), confiscated_fen: fen(values, 'confiscated') };
}
const yuanOf = (value: unknown) => (typeof value === 'number' ? (value / FEN).toFixed(DECIMALS) : '');
function filled(one: RecordDetail): Field[] {
  const content = one.content, types = content['penalty_types'];
  const first: Values = { fine: yuanOf(content['fine_fen']), confiscated: yuanOf(content['confiscated_fen']), penalty_types: Array.isArray(types) ? types.join('、') : '' };
  return fieldsOf(one.kind).map((field) => ({ ...field, first: first[field.id] ?? said(one, field.id) }));
}

export const enterDeed = (kind: Of['RecordKind']): Asked => ({
  title: kind === 'penalty' ? '录入行政处罚' : '录入行政许可', about: '当场处罚和涉及国家秘密的不报送（R-CRD-12）。录入后由另一人复核才公示。', yes: '录入', fields: fieldsOf(kind),
  send: async (values, _grounds, key) => {
    const made = await told(credit.POST('/api/credit/records', { params: { header: header(key) }, body: rowOf(kind, values) }));
    return `已录入${made.document_no}，须在${chineseDate(made.due_on)}前公示。`;
  },
});
export const publishDeed = (rows: readonly CreditRecord[]): Asked => ({
  title: '提交公示', about: rows.map((one) => one.document_no).join('、'), yes: '提交复核', fields: [], reason: '怎样核对的',
  send: async (_values, grounds, key) => awaiting(await told(credit.POST('/api/credit/records/publications', { params: { header: header(key) }, body: { ...grounds, record_ids: rows.map((one) => one.record_id) } }))),
});
/** What can be done about one record: correct and withdraw it, apply for its repair, object to it. */
export function recordDeeds(one: RecordDetail): Asked[] {
  const about = `${one.subject_name ?? '自然人'}，${one.document_no}`, params = (key: string) => ({ path: { record_id: one.record_id }, header: header(key) });
  if (one.state !== 'published') return [];
  return [
    {
      title: '更正信息', about: `${about}。原来的内容作为旧版保留。`, yes: '提交复核', fields: filled(one), reason: '为什么更正', evidence: 'needed',
      send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/records/{record_id}/correction', { params: params(key), body: { ...grounds, record: rowOf(one.kind, values, one.content) } }))),
    },
    {
      title: '撤销信息', about: `${about}。不应公示的才撤销，撤销后任何人都看不到。`, yes: '提交复核', fields: [], reason: '为什么撤销', evidence: 'needed',
      send: async (_values, grounds, key) => awaiting(await told(credit.POST('/api/credit/records/{record_id}/withdrawal', { params: params(key), body: grounds }))),
    },
    {
      title: '申请信用修复', about: `${about}。三个工作日内答复是否受理，十个工作日内办结（R-CRD-22）。`, yes: '提交申请',
      fields: [line('applicant', '经办人'), { id: 'commitment', label: '信用承诺', kind: 'lines' }, { ...line('proof', '履行义务的证明材料编号'), hint: '有几份的用顿号隔开。' }],
      send: async (values, _grounds, key) => {
        const made = await told(credit.POST('/api/credit/records/{record_id}/repairs', { params: params(key), body: { applicant: text(values, 'applicant'), commitment: text(values, 'commitment'), evidence: evidenceOf(text(values, 'proof')) } }));
        return `修复申请已登记，最迟${chineseDate(made.accept_due_on)}答复是否受理。`;
      },
    },
    {
      title: '提出异议', about: `${about}。核查结束前，查询到这条信息的都标明“异议中”（R-CRD-23）。`, yes: '登记异议',
      fields: [
        { id: 'about', label: '哪里不对', kind: 'choice', choices: [{ value: 'content', text: '内容' }, { value: 'period', text: '公示期' }, { value: 'subject', text: '主体' }] }, { id: 'words', label: '异议内容', kind: 'lines' },
      ],
      send: async (values, _grounds, key) => {
        const made = await told(credit.POST('/api/credit/records/{record_id}/objections', { params: params(key), body: { about: text(values, 'about') as Of['ObjectedTo'], words: text(values, 'words') } }));
        return `异议已登记，最迟${chineseDate(made.result_due_on)}答复。`;
      },
    },
  ];
}
const yesNo = (yes: string, no: string): Field => ({ id: 'answer', label: '结论', kind: 'choice', choices: [{ value: 'yes', text: yes }, { value: 'no', text: no }] });
const agreed = (values: Values) => values['answer'] === 'yes';
/** The next step of a repair: whether it is taken, then, by two people, whether the record is repaired. */
export const repairDeed = (one: Repair): Asked => (one.state === 'applied' ? {
  title: '受理信用修复', about: `${one.applicant}的申请，最迟${chineseDate(one.accept_due_on)}答复。`, yes: '答复', fields: [yesNo('受理', '不予受理')], reason: '理由',
  send: async (values, grounds, key) => `修复申请：${(await told(credit.POST('/api/credit/repairs/{repair_id}/acceptance', {
    params: { path: { repair_id: one.repair_id }, header: header(key) }, body: { accepted: agreed(values), reason: grounds.reason } }))).state_text}。`,
} : {
  title: '提出修复决定', about: `${one.applicant}的申请，最迟${chineseDate(one.result_due_on)}办结。同意修复的，复核后立即停止公示和使用。`, yes: '提交复核', fields: [yesNo('同意修复', '不同意修复')], reason: '核实情况', evidence: 'needed',
  send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/repairs/{repair_id}/decision-proposals', {
    params: { path: { repair_id: one.repair_id }, header: header(key) }, body: { ...grounds, agree: agreed(values) } }))),
});
export const objectionDeed = ({ objection_id, document_no, words }: Objection): Asked => ({
  title: '提出异议核查结论', about: `${document_no}：${words}。异议成立的，另行更正或者撤销信息。`, yes: '提交复核', reason: '核查情况', evidence: 'needed', fields: [yesNo('异议成立', '异议不成立')],
  send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/objections/{objection_id}/decision-proposals', {
    params: { path: { objection_id }, header: header(key) }, body: { ...grounds, upheld: agreed(values) } }))),
});
