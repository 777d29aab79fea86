// Who stands in the credit platform's registers (信用主体): found after a reason, with lists and shields; changed by two people.

import { credit, told } from '@/api/client';
import type { components } from '@/api/generated/credit';
import { chineseDate, chineseTime } from '@/lib/dates';
import { cleanId, creditCodeProblem, idProblem } from '@/lib/ids';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { awaiting, text, type Asked, type Field, type Values } from './asking';
import { looking } from './grounds';

type Of = components['schemas'];
export type Subject = Of['SubjectAnswer'];
export type Membership = Of['Membership'];
export type Shield = Of['Shield'];
/** A subject with the lists that it is on and the rulings that shield it. */
export interface WholeSubject { subject: Subject; lists: Membership[]; shields: Shield[] }

const ID_PROBLEM = '请填写主体编号，共36位';
const COLOURS: Record<string, string> = { serious: '严重失信', red: '守信' };
const CHANGES: Record<string, string> = { registered: '入库', changed: '更名换码', merged: '合并' };
const header = (key: string) => ({ 'Idempotency-Key': key });
const code = (id: string, label: string): Field => ({ id, label, kind: 'text', check: (typed) => creditCodeProblem(cleanId(typed)) });
export const isRecordId = (typed: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed);
const person = (values: Values) => values['who'] === 'person', firm = (values: Values) => values['who'] === 'firm';
export const named = (values: Values) => ({
  name: text(values, 'name'), code: firm(values) ? cleanId(text(values, 'code')) : null, id_number: person(values) ? cleanId(text(values, 'id')) : null,
});

/** A firm by name and code, a natural person by name and ID number: whoever is looked for needs both (R-CRD-10). */
export const WHO: Field[] = [
  { id: 'who', label: '主体', kind: 'choice', first: 'firm', choices: [{ value: 'firm', text: '法人和其他组织、个体工商户' }, { value: 'person', text: '自然人' }] },
  { id: 'name', label: '主体名称', kind: 'text' }, { ...code('code', '统一社会信用代码'), when: firm },
  { id: 'id', label: '居民身份证号码', kind: 'text', check: (typed) => idProblem(cleanId(typed)), when: person },
];
export const find = (values: Values, reason: string) => told(credit.POST('/api/credit/subjects/lookup', { headers: looking(reason), body: named(values) }));

/** Read all that the register knows of a subject. */
export async function readSubject(subject_id: string, reason: string): Promise<WholeSubject> {
  const params = { path: { subject_id } }, headers = looking(reason);
  const [subject, lists, shields] = await Promise.all([
    told(credit.GET('/api/credit/subjects/{subject_id}', { params, headers })), told(credit.GET('/api/credit/subjects/{subject_id}/lists', { params, headers })),
    told(credit.GET('/api/credit/subjects/{subject_id}/shields', { params })),
  ]);
  return { subject, lists: lists.items, shields: shields.items };
}
export const readLists = () => told(credit.GET('/api/credit/lists')).then((found) => found.items);

export const subjectFacts = (one: Subject): Fact[] => [
  ['主体库', one.kind_text], ['名称', one.name ?? '自然人，只凭姓名和证件号码核对'], ['统一社会信用代码', one.code], ['类别', one.holder], ['状态', one.state === 'merged' ? '已合并' : '在库'],
  ['并入', one.merged_into], ['入库时间', chineseTime(one.registered_at)], ['主体编号', one.subject_id],
];
export const CHANGE: Column<Of['SubjectChangeLine']>[] = [
  { head: '时间', cell: (one) => chineseTime(one.changed_at) }, { head: '变更', cell: (one) => CHANGES[one.what] ?? one.what }, { head: '名称', cell: (one) => one.name ?? '' },
  { head: '代码', cell: (one) => one.code ?? '' }, { head: '原因', cell: (one) => one.reason },
];
export const MEMBERSHIP: Column<Membership>[] = [
  { head: '名单', cell: (one) => `${one.list_name}（${COLOURS[one.colour] ?? one.colour}）` }, { head: '认定文书号', cell: (one) => one.document_no }, { head: '认定单位', cell: (one) => one.authority_name },
  { head: '依据', cell: (one) => one.basis }, { head: '列入', cell: (one) => chineseDate(one.in_on) }, { head: '拟移出', cell: (one) => (one.out_on ? chineseDate(one.out_on) : '') },
];
export const SHIELD: Column<Shield>[] = [
  { head: '法院', cell: (one) => one.court_name }, { head: '裁定文书号', cell: (one) => one.ruling_no }, { head: '裁定日期', cell: (one) => chineseDate(one.ruled_on) },
  { head: '重整计划至', cell: (one) => chineseDate(one.plan_until) }, { head: '状态', cell: (one) => (one.ended_at ? `已终止：${one.ended_reason ?? ''}` : '屏蔽中') },
];
export const LIST: Column<Of['ListKind']>[] = [
  { head: '名单', cell: (one) => one.name }, { head: '类别', cell: (one) => COLOURS[one.colour] ?? one.colour }, { head: '依据', cell: (one) => one.basis },
];

/** Somebody new in a register; nobody comes in by being looked for. */
export const registerDeed = (): Asked => ({
  title: '主体入库', about: '按主管部门的登记填写名称和代码，两者须一致。', yes: '提交复核', reason: '为什么入库', evidence: 'needed',
  fields: [...WHO, { id: 'source', label: '数据来源', kind: 'text', first: '主管部门' }],
  send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/subjects', { params: { header: header(key) }, body: { ...grounds, ...named(values), source: text(values, 'source') } }))),
});
/** What can be proposed about a subject that stands for itself; a natural person has no name or code that would change here. */
export function subjectDeeds(one: Subject, lists: readonly Of['ListKind'][]): Asked[] {
  const { subject_id } = one, about = one.name ?? `主体${subject_id}`, params = (key: string) => ({ path: { subject_id }, header: header(key) });
  const firmOnly: Asked[] = [
    {
      title: '主体更名换码', about, yes: '提交复核', reason: '为什么变更', evidence: 'needed',
      fields: [{ id: 'name', label: '变更后的名称', kind: 'text', first: one.name ?? '' }, { ...code('code', '变更后的统一社会信用代码'), first: one.code ?? '' }],
      send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/subjects/{subject_id}/changes', { params: params(key), body: { ...grounds, name: text(values, 'name'), code: cleanId(text(values, 'code')) } }))),
    },
    {
      title: '破产重整屏蔽', about: `${about}：凭法院批准重整计划的裁定，计划执行期间不公示行政处罚，暂停惩戒措施（R-CRD-24）。`, yes: '提交复核', reason: '裁定的内容', evidence: 'needed',
      fields: [
        { id: 'court', label: '作出裁定的法院', kind: 'text' }, { id: 'ruling', label: '裁定文书号', kind: 'text' }, { id: 'ruled', label: '裁定日期', kind: 'day' },
        { id: 'until', label: '重整计划执行到哪天', kind: 'day' },
      ],
      send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/subjects/{subject_id}/shields', {
        params: params(key), body: { ...grounds, court_name: text(values, 'court'), ruling_no: text(values, 'ruling'), ruled_on: text(values, 'ruled'), plan_until: text(values, 'until') },
      }))),
    },
  ];
  return [
    ...(one.code ? firmOnly : []),
    {
      title: '列入名单', about: `${about}：只登记有权机关告知的名单，本平台不自设名单（R-CRD-26）。`, yes: '提交复核', reason: '怎样得知', evidence: 'needed',
      fields: [
        { id: 'list', label: '名单', kind: 'choice', choices: lists.map((list) => ({ value: list.list_code, text: list.name })) }, { id: 'document', label: '认定文书号', kind: 'text' },
        { id: 'authority', label: '认定单位', kind: 'text' }, code('authority-code', '认定单位的统一社会信用代码'), { id: 'basis', label: '认定依据', kind: 'text' },
        { id: 'in', label: '列入日期', kind: 'day' }, { id: 'out', label: '拟移出日期', kind: 'day', optional: true },
      ],
      send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/lists/entries', {
        params: { header: header(key) },
        body: {
          ...grounds, subject_id, list_code: text(values, 'list'), document_no: text(values, 'document'), authority_name: text(values, 'authority'),
          authority_code: cleanId(text(values, 'authority-code')), basis: text(values, 'basis'), in_on: text(values, 'in'), out_on: text(values, 'out') || null,
        },
      }))),
    },
    {
      title: '主体合并', about: `${about}：并入同一主体的另一条登记，以后只用那一条；原编号仍可查到。`, yes: '提交复核', reason: '怎样认定是同一主体', evidence: 'needed',
      fields: [{ id: 'into', label: '保留的主体编号', kind: 'text', check: (typed) => (isRecordId(typed) && typed !== subject_id ? null : ID_PROBLEM) }],
      send: async (values, grounds, key) => awaiting(await told(credit.POST('/api/credit/subjects/{subject_id}/merger', { params: params(key), body: { ...grounds, into: text(values, 'into') } }))),
    },
  ];
}
export const leaveDeed = (one: Membership): Asked => ({
  title: '移出名单', about: `${one.list_name}，${one.document_no}。移出后，用到它的核查重新答复。`, yes: '提交复核', fields: [], reason: '为什么移出', evidence: 'needed',
  send: async (_values, body, key) => awaiting(await told(credit.POST('/api/credit/lists/entries/{entry_id}/leaving', { params: { path: { entry_id: one.entry_id }, header: header(key) }, body }))),
});
export const endShieldDeed = (one: Shield): Asked => ({
  title: '终止屏蔽', about: `${one.court_name}${one.ruling_no}。终止后，仍在公示期内的信息恢复公示。`, yes: '提交复核', fields: [], reason: '为什么终止', evidence: 'needed',
  send: async (_values, body, key) => awaiting(await told(credit.POST('/api/credit/shields/{shield_id}/ending', { params: { path: { shield_id: one.shield_id }, header: header(key) }, body }))),
});
