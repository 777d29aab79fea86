// 批量导入 of 信用德州: files of subjects, permits and penalties; read by the service, mended by the sender, taken by two people.

import { credit, told } from '@/api/client';
import type { components } from '@/api/generated/credit';
import { chineseDate, chineseTime } from '@/lib/dates';
import { yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Fact } from '@/kit/FactList.vue';
import { save, spreadsheetType } from '@/kit/files';
import { awaiting, type Asked } from './asking';
import { looking } from './grounds';
import { named, raw } from './moving';

type Of = components['schemas'];
export type Kind = Of['ImportKind'];
export type ImportFile = Of['ImportFile'];
type Row = Of['ImportRow'];

export const KINDS: { value: Kind; text: string }[] = [{ value: 'subjects', text: '主体' }, { value: 'permits', text: '行政许可' }, { value: 'penalties', text: '行政处罚' }];
export const ACCEPTED = '.xlsx,.xls,.csv,.json,.xml';
const STANDINGS: Record<string, string> = { new: '新增', renamed: '更名', same: '已有' };
const TYPES: Record<string, string> = { json: 'application/json', xml: 'application/xml' };
const typeOf = (name: string) => TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? spreadsheetType(name);
const after = (cursor: string | null) => (cursor ? { cursor } : {});
const path = (file_id: string) => ({ path: { file_id } });

export const readFiles = (cursor: string | null) => told(credit.GET('/api/credit/imports', { params: { query: after(cursor) } }));
export const readFile = (file_id: string) => told(credit.GET('/api/credit/imports/{file_id}', { params: path(file_id) }));
export const readFlaws = (file_id: string) => (cursor: string | null) => told(credit.GET('/api/credit/imports/{file_id}/errors', { params: { ...path(file_id), query: after(cursor) } }));
export const readRows = (file_id: string, reason: string) => (cursor: string | null) => told(credit.GET('/api/credit/imports/{file_id}/rows', {
  params: { ...path(file_id), query: after(cursor), header: looking(reason) },
}));
export const upload = (what: Kind, file: File, key: string) => told(credit.POST('/api/credit/imports/uploads', {
  params: { query: { what }, header: named(file, key) }, ...raw(file, typeOf(file.name)),
}));
export async function saveTemplate(what: Kind, text: string): Promise<void> {
  save(`${text}导入模板.xlsx`, await told(credit.GET('/api/credit/import-templates/{what}', { params: { path: { what } }, parseAs: 'blob' })) as Blob);
}

export const FILE: Column<ImportFile>[] = [
  { head: '文件', cell: (one) => one.file_name }, { head: '内容', cell: (one) => one.what_text }, { head: '收到', cell: (one) => chineseTime(one.received_at) }, { head: '状态', cell: (one) => one.why ?? one.state_text },
  { head: '无误的行', cell: (one) => String(one.rows_read), number: true }, { head: '错误', cell: (one) => String(one.error_count), number: true }, { head: '已入库', cell: (one) => String(one.taken), number: true },
];
export const FLAW: Column<Of['ImportFlaw']>[] = [
  { head: '位置', cell: (one) => (one.row ? `第${one.row}行${one.cell ? `，${one.cell}` : ''}` : '整个文件') }, { head: '栏目', cell: (one) => one.field }, { head: '内容', cell: (one) => one.value },
  { head: '错在哪里', cell: (one) => one.reason }, { head: '依据', cell: (one) => one.rule },
];
const said = (one: Row, ...names: string[]) => { const value = names.map((name) => one.said[name]).find((it) => typeof it === 'string' && it); return typeof value === 'string' ? value : ''; };
export const ROW: Column<Row>[] = [
  { head: '行', cell: (one) => String(one.row), number: true }, { head: '入库方式', cell: (one) => STANDINGS[one.standing] ?? one.standing }, { head: '主体', cell: (one) => said(one, 'subject_name', 'name') || '自然人' },
  { head: '代码', cell: (one) => said(one, 'subject_code', 'code') }, { head: '决定文书号', cell: (one) => said(one, 'document_no') }, { head: '内容', cell: (one) => said(one, 'content', 'what') },
];
export const fileFacts = (one: ImportFile): Fact[] => {
  const it = one.preview;
  return [
    ['状态', one.why ?? one.state_text], ['内容', one.what_text], ['无误的行', String(one.rows_read)], ['错误', String(one.error_count)], ['没有用到的列', one.ignored_columns.join('、') || null],
    ...(it ? [
      ['新增', String(it.new)], ['更名', String(it.renamed)], ['已有', String(it.same)], ['自然人', String(it.natural)], ['罚款合计', it.fine_fen ? yuan(it.fine_fen) : null],
      ['决定日期', it.first_day && it.last_day ? `${chineseDate(it.first_day)}至${chineseDate(it.last_day)}` : null],
    ] satisfies Fact[] : []),
    ['已入库', one.taken_at ? `${one.taken}行，${chineseTime(one.taken_at)}` : null], ['复核时已有、未再入库', one.left_out ? String(one.left_out) : null],
  ];
};
/** That exactly what was previewed is taken; whoever handed it in does not decide. */
export const acceptDeed = (one: ImportFile): Asked => ({
  title: '提交导入复核', about: `${one.file_name}：${one.rows_read}行，入库的就是预览的这些。`, yes: '提交复核', fields: [], reason: '怎样核对的',
  send: async (_values, grounds, key) => awaiting(await told(credit.POST('/api/credit/imports/{file_id}/acceptance', {
    params: { ...path(one.file_id), header: { 'Idempotency-Key': key } }, body: { ...grounds, digest: one.digest ?? '' },
  }))),
});
