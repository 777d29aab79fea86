// Policy with effective days (政策管理): how a value is typed and read back, what a draft is, how its trial is shown, and of which service it is.

import { accounts, loans, told, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/withdrawals';
import { chineseDate } from '@/lib/dates';
import { yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';
import type { Grounds } from './grounds';
import { DESKS, type Proposal } from './proposals';

type Schemas = components['schemas'];
export type Owner = 'withdrawals' | 'accounts' | 'loans';
type Row = Schemas['PolicyInForce'];
export interface Policy extends Row { owner: Owner }
export type Parameter = Schemas['PolicyParameter'];
export type Preview = Schemas['PolicyPreview'];
export type Draft = Schemas['PolicyDraft'];
type Value = Schemas['PolicyChange']['value'];

const HUNDRED = 100;
const UNITS: Partial<Record<Parameter['form'], string>> = { fen: '元', basis_points: '%', rate: '%' };
const ENACT = 'policy.enact';
const header = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } });
const at = (proposal_id: string) => ({ params: { path: { proposal_id } } });

interface Desk {
  read(): Promise<Row[]>;
  tried(body: Draft): Promise<Preview>;
  propose(body: Draft & Grounds, key: string): Promise<Proposal>;
  proposed(id: string): Promise<Preview>;
}
const OWNERS: Record<Owner, Desk> = {
  accounts: {
    read: async () => (await told(accounts.GET('/api/accounts/policies'))).items,
    tried: (body) => told(accounts.POST('/api/accounts/policies/preview', { body })),
    propose: (body, key) => told(accounts.POST('/api/accounts/policies', { ...header(key), body })),
    proposed: (id) => told(accounts.GET('/api/accounts/policies/proposals/{proposal_id}/preview', at(id))),
  },
  withdrawals: {
    read: async () => (await told(withdrawals.GET('/api/withdrawals/policies'))).items,
    tried: (body) => told(withdrawals.POST('/api/withdrawals/policies/preview', { body })),
    propose: (body, key) => told(withdrawals.POST('/api/withdrawals/policies', { ...header(key), body })),
    proposed: (id) => told(withdrawals.GET('/api/withdrawals/policies/proposals/{proposal_id}/preview', at(id))),
  },
  loans: {
    read: async () => (await told(loans.GET('/api/loans/policies'))).items,
    tried: (body) => told(loans.POST('/api/loans/policies/preview', { body })),
    propose: (body, key) => told(loans.POST('/api/loans/policies', { ...header(key), body })),
    proposed: (id) => told(loans.GET('/api/loans/policies/proposals/{proposal_id}/preview', at(id))),
  },
};
export const OWNER_NAMES = ['withdrawals', 'accounts', 'loans'] as const satisfies readonly Owner[];
export const textOf = (owner: Owner): string => DESKS[owner].text;

/** A draft that waits for another person, and whose it is. */
export interface Open extends Proposal { owner: Owner }
export interface Policies { rows: Policy[]; open: Open[]; away: Owner[] }

/** Read what holds, and which drafts are open, of all services; who is away is named. Throws where none answers. */
export async function readPolicies(): Promise<Policies> {
  const read = async (owner: Owner) => {
    const [rows, open] = await Promise.all([OWNERS[owner].read(), DESKS[owner].page({ state: 'open', limit: 200 })]);
    return {
      rows: rows.map((one) => ({ ...one, owner })),
      open: open.items.filter((one) => one.kind === ENACT).map((one) => ({ ...one, owner })),
    };
  };
  const answers = await Promise.allSettled(OWNER_NAMES.map(read));
  const found: Policies = { rows: [], open: [], away: [] };
  answers.forEach((answer, index) => {
    if (answer.status === 'rejected') { found.away.push(OWNER_NAMES[index]!); return; }
    found.rows.push(...answer.value.rows);
    found.open.push(...answer.value.open);
  });
  const first = answers[0];
  if (found.away.length === OWNER_NAMES.length && first?.status === 'rejected') throw first.reason;
  return found;
}
export const tryDraft = (owner: Owner, body: Draft): Promise<Preview> => OWNERS[owner].tried(body);
export const tryProposed = (one: Open): Promise<Preview> => OWNERS[one.owner].proposed(one.proposal_id);
export const propose = (owner: Owner, body: Draft & Grounds, key: string): Promise<Proposal> => OWNERS[owner].propose(body, key);

/** What names a row: its kind, and the day from which it holds. */
export const nameOf = (one: Policy): string => `${one.owner} ${one.kind} ${one.effective_from}`;
/** A row in the list from which one chooses. */
export const titleOf = (one: Policy): string => `${one.name}（${chineseDate(one.effective_from)}起${one.in_force ? '，现行' : '，尚未生效'}）`;

/** Whether a proposal may change it. */
export const isEditable = (one: Parameter): boolean => one.form !== 'list';
export const unitOf = (one: Parameter): string | undefined => UNITS[one.form];
/** What one chooses from; none where a value is typed. */
export function choicesOf(one: Parameter): { value: string; text: string }[] {
  if (one.form === 'flag') return [{ value: 'true', text: '是' }, { value: 'false', text: '否' }];
  const known = Object.entries(one.choices).map(([value, text]) => ({ value, text }));
  return known.length && one.value === null ? [{ value: '', text: '不设' }, ...known] : known;
}

/** A value as it is typed; empty where none is set. */
export function typed(one: Parameter): string {
  if (one.value === null) return '';
  if (one.form === 'rate') return one.text.replace('%', '');
  if (one.form === 'decimal') return one.text;
  return one.form === 'fen' || one.form === 'basis_points' ? hundredths(Number(one.value)) : String(one.value);
}
function hundredths(value: number): string {
  return yuan(value).replace(/,/g, '').replace(/\.00$/, '');
}
/** What was typed as the service takes it; undefined where it is no such value. */
export function valueOf(one: Parameter, text: string): Value | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,元%]/g, '');
  if (plain === '') return null;
  switch (one.form) {
    case 'flag': return plain === 'true';
    case 'number': return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
    case 'fen': case 'basis_points': {
      const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
      return found ? Number(found[1]) * HUNDRED + Number((found[2] ?? '').padEnd(2, '0')) : undefined;
    }
    case 'rate': return ofPercent(plain);
    case 'decimal': return /^\d{1,4}(\.\d{1,7})?$/.test(plain) ? plain : undefined;
    case 'day': return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? plain : undefined;
    default: return text.trim();
  }
}

/** Percent as a share of one, digit by digit: 1.55 → 0.0155. */
function ofPercent(plain: string): string | undefined {
  const found = /^(\d{1,3})(?:\.(\d{1,5}))?$/.exec(plain);
  if (!found) return undefined;
  const digits = found[1]!.padStart(3, '0') + (found[2] ?? '');
  return `${Number(digits.slice(0, -2 - (found[2] ?? '').length) || '0')}.${digits.slice(-2 - (found[2] ?? '').length)}`;
}

/** What was changed of a row, by what is typed beside each parameter. */
export function changesOf(policy: Policy, texts: Record<string, string>): { changes: Draft['changes']; wrong: { id: string; text: string }[] } {
  const changes: Draft['changes'] = [], wrong: { id: string; text: string }[] = [];
  for (const one of policy.parameters.filter(isEditable)) {
    const text = texts[one.path] ?? typed(one);
    if (text.trim() === typed(one)) continue;
    const value = valueOf(one, text);
    if (value === undefined) wrong.push({ id: idOf(one), text: `请改正“${one.title}”` });
    else if (value !== one.value) changes.push({ path: one.path, value });
  }
  return { changes, wrong };
}
export const idOf = (one: Parameter): string => `value-${one.path.replace(/\W/g, '-')}`;

export const DIFFERENCE: Column<Schemas['PolicyDifference']>[] = [
  { head: '参数', cell: (one) => one.title }, { head: '现在', cell: (one) => one.before }, { head: '改为', cell: (one) => one.after },
];
export const CASE: Column<Schemas['PolicyCase']>[] = [
  { head: '受理日期', cell: (one) => chineseDate(one.accepted_on) }, { head: '按现行规定', cell: (one) => one.before }, { head: '按草案', cell: (one) => one.after },
  { head: '申请编号', cell: (one) => one.application_id },
];
