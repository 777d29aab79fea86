// Moving in (期初移入): accounts with their balances, and loans with their histories, from an older system's files. Nothing counts
// before two people have signed what the files add up to; both services have the same way, each with its own files and totals.

import { accounts, loans, told } from '@/api/client';
import type { components as OfAccounts } from '@/api/generated/accounts';
import type { components as OfLoans } from '@/api/generated/loans';
import { chineseDate, chineseTime } from '@/lib/dates';
import { fenFromYuan, yuan } from '@/lib/money';
import { spreadsheetType } from '@/kit/files';
import type { Column } from '@/kit/DataTable.vue';
import type { Form } from '@/kit/ExportButtons.vue';
import type { Fact } from '@/kit/FactList.vue';
import { header, money, text, type Field, type Values } from './counter';
import type { Grounds } from './grounds';

export interface Summary { id: string; as_of: string; source: string; state: string; state_text: string; made_at: string; signed_at: string | null; ended_at: string | null }
export interface Sheet { id: string; name: string; what: string; state_text: string; rows: number; errors: number; why: string | null }
export interface Batch { summary: Summary; sheets: Sheet[]; facts: Fact[]; differing: number }
export interface Flaw { where: string; what: string; why: string }
interface Proposed { summary: string }

/** One of the two that move in. */
export interface Mover {
  title: string; text: string; accept: string;
  /** What is asked for when it begins, besides the day and the source. */
  fields: Field[];
  /** What kinds of files it takes. */
  kinds: { value: string; text: string }[];
  list(): Promise<Summary[]>;
  begin(values: Values, key: string): Promise<Summary>;
  one(id: string): Promise<Batch>;
  upload(id: string, kind: string, file: File, key: string): Promise<unknown>;
  flaws(file: string, cursor: string | null): Promise<{ items: Flaw[]; next_cursor: string | null }>;
  differences(id: string, form: Form): Promise<unknown>;
  sign(id: string, grounds: Grounds, key: string): Promise<Proposed>;
  drop(id: string, key: string): Promise<unknown>;
}

const FLAWS = 100;
const path = (batch_id: string) => ({ path: { batch_id } });
export const named = (file: File, key: string) => ({ 'Idempotency-Key': key, 'File-Name': encodeURIComponent(file.name) });
/** A file as it is, of some type, as the body. */
export const raw = (file: File, type: string) => ({ headers: { 'Content-Type': type }, body: file as unknown as string, bodySerializer: (body: string) => body });
const page = (cursor: string | null) => ({ limit: FLAWS, ...(cursor ? { cursor } : {}) });

type AccountBatch = OfAccounts['schemas']['MovingInBatch'];
type LoanBatch = OfLoans['schemas']['MovingInBatch'];
const accountFacts = ({ totals }: AccountBatch): Fact[] => [
  ['文件中的单位', String(totals.employers)], ['个人账户', String(totals.people)], ['银行卡', String(totals.cards)], ['本金和利息合计（元）', totals.total_text],
  ['与原账不符的单位', String(totals.differing)], ['已入账', `${totals.booked_employers}个单位，${totals.booked_people}户`],
];
const loanFacts = ({ loans: stated, balance_fen, totals }: LoanBatch): Fact[] => [
  ['原账贷款', `${stated}笔，余额${yuan(balance_fen)}元`], ['文件中的贷款', `${totals.loans}笔，原账余额${yuan(totals.stated_fen)}元`], ['按规则推算的余额（元）', yuan(totals.balance_fen)],
  ['不符的贷款', String(totals.differing)], ['已入账', `${totals.booked}笔`], ['暂缓', totals.held ? `${totals.held}笔` : null],
];

export const ACCOUNTS: Mover = {
  title: '个人账户', text: '账户余额表一行一个账户，单位控制总数表一行一个单位；两者逐单位核对。', accept: '.xlsx,.xls,.csv', fields: [],
  kinds: [{ value: 'accounts', text: '个人账户余额表' }, { value: 'controls', text: '单位控制总数表' }],
  list: async () => (await told(accounts.GET('/api/accounts/moving-ins'))).items,
  begin: (values, key) => told(accounts.POST('/api/accounts/moving-ins', { params: { header: header(key) }, body: { as_of: text(values, 'as-of'), source: text(values, 'source') } })),
  one: async (id) => {
    const it = await told(accounts.GET('/api/accounts/moving-ins/{batch_id}', { params: path(id) }));
    const sheets = it.files.map((one) => ({ id: one.id, name: one.file_name, what: one.kind_text, state_text: one.state_text, rows: one.rows_read, errors: one.error_count, why: one.why }));
    return { summary: it, sheets, facts: accountFacts(it), differing: it.totals.differing };
  },
  upload: (id, kind, file, key) => told(accounts.POST('/api/accounts/moving-ins/{batch_id}/{kind}/uploads', {
    params: { path: { batch_id: id, kind: kind as 'accounts' }, header: named(file, key) }, ...raw(file, spreadsheetType(file.name)),
  })),
  flaws: async (file_id, cursor) => {
    const { items, next_cursor } = await told(accounts.GET('/api/accounts/moving-in-files/{file_id}/errors', { params: { path: { file_id }, query: page(cursor) } }));
    return { items: items.map((one) => ({ where: one.cell || '整个文件', what: one.value, why: `${one.reason}${one.allowed ? `；${one.allowed}` : ''}` })), next_cursor };
  },
  differences: (id, form) => told(accounts.GET('/api/accounts/moving-ins/{batch_id}/differences/export', { params: { ...path(id), query: { form } }, parseAs: 'blob' })),
  sign: (id, grounds, key) => told(accounts.POST('/api/accounts/moving-ins/{batch_id}/signature', { params: { ...path(id), header: header(key) }, body: grounds })),
  drop: (id, key) => told(accounts.POST('/api/accounts/moving-ins/{batch_id}/withdrawal', { params: { ...path(id), header: header(key) } })),
};

export const LOANS: Mover = {
  title: '贷款', text: '一行一笔贷款及其全部还款，JSON Lines格式；每笔按规则从放款推算到基准日，与原账余额核对。', accept: '.jsonl,.ndjson',
  fields: [{ id: 'loans', label: '原账贷款笔数', kind: 'text', check: (typed) => (/^[1-9]\d{0,6}$/.test(typed) ? null : '请填写笔数') }, money('balance', '原账贷款余额合计')],
  kinds: [{ value: 'loans', text: '贷款明细' }],
  list: async () => (await told(loans.GET('/api/loans/moving-ins'))).items,
  begin: (values, key) => told(loans.POST('/api/loans/moving-ins', {
    params: { header: header(key) }, body: { as_of: text(values, 'as-of'), source: text(values, 'source'), loans: Number(text(values, 'loans')), balance_fen: fenFromYuan(text(values, 'balance'))! },
  })),
  one: async (id) => {
    const it = await told(loans.GET('/api/loans/moving-ins/{batch_id}', { params: path(id) }));
    const sheets = it.files.map((one) => ({ id: one.id, name: one.file_name, what: '贷款明细', state_text: one.state_text, rows: one.loans_read, errors: one.error_count, why: one.why }));
    return { summary: it, sheets, facts: loanFacts(it), differing: it.totals.differing };
  },
  upload: (id, _kind, file, key) => told(loans.POST('/api/loans/moving-ins/{batch_id}/uploads', { params: { ...path(id), header: named(file, key) }, ...raw(file, 'application/jsonl') })),
  flaws: async (file_id, cursor) => {
    const { items, next_cursor } = await told(loans.GET('/api/loans/moving-in-files/{file_id}/errors', { params: { path: { file_id }, query: page(cursor) } }));
    return { items: items.map((one) => ({ where: `第${one.line}行`, what: `${one.contract_number} ${one.field}`.trim(), why: one.reason })), next_cursor };
  },
  differences: (id, form) => told(loans.GET('/api/loans/moving-ins/{batch_id}/differences/export', { params: { ...path(id), query: { form } }, parseAs: 'blob' })),
  sign: (id, grounds, key) => told(loans.POST('/api/loans/moving-ins/{batch_id}/signature', { params: { ...path(id), header: header(key) }, body: grounds })),
  drop: (id, key) => told(loans.POST('/api/loans/moving-ins/{batch_id}/withdrawal', { params: { ...path(id), header: header(key) } })),
};

export const BEGUN: Field[] = [{ id: 'as-of', label: '基准日', kind: 'day' }, { id: 'source', label: '原系统和余额表名称', kind: 'text' }];
export const BATCH: Column<Summary>[] = [
  { head: '原系统', cell: (one) => one.source }, { head: '基准日', cell: (one) => chineseDate(one.as_of) }, { head: '状态', cell: (one) => one.state_text },
  { head: '新建', cell: (one) => chineseTime(one.made_at) }, { head: '两人签字', cell: (one) => (one.signed_at ? chineseTime(one.signed_at) : '') }, { head: '办结', cell: (one) => (one.ended_at ? chineseTime(one.ended_at) : '') },
];
export const SHEET: Column<Sheet>[] = [
  { head: '文件', cell: (one) => one.name }, { head: '内容', cell: (one) => one.what }, { head: '状态', cell: (one) => one.why ?? one.state_text },
  { head: '已读', cell: (one) => String(one.rows), number: true }, { head: '错误', cell: (one) => String(one.errors), number: true },
];
export const FLAW: Column<Flaw>[] = [{ head: '位置', cell: (one) => one.where }, { head: '内容', cell: (one) => one.what }, { head: '错在哪里', cell: (one) => one.why }];
