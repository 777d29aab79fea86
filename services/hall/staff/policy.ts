// Policy with effective days (政策管理): how a value is typed and read back, what a draft is, how its trial is shown.

import { told, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/withdrawals';
import { chineseDate } from '@/lib/dates';
import { yuan } from '@/lib/money';
import type { Column } from '@/kit/DataTable.vue';

type Schemas = components['schemas'];
export type Policy = Schemas['PolicyInForce'];
export type Parameter = Schemas['PolicyParameter'];
export type Preview = Schemas['PolicyPreview'];
export type Draft = Schemas['PolicyDraft'];
type Value = Schemas['PolicyChange']['value'];

const HUNDRED = 100;
const UNITS: Partial<Record<Parameter['form'], string>> = { fen: '元', basis_points: '%' };

export const readPolicies = async (): Promise<Policy[]> => (await told(withdrawals.GET('/api/withdrawals/policies'))).items;
export const tryDraft = (body: Draft): Promise<Preview> => told(withdrawals.POST('/api/withdrawals/policies/preview', { body }));

/** What names a row: its kind, and the day from which it holds. */
export const nameOf = (one: Policy): string => `${one.kind} ${one.effective_from}`;
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
    case 'day': return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? plain : undefined;
    default: return text.trim();
  }
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
/** What the trial came to, in a sentence. */
export function verdict(it: Preview): string {
  if (!it.trial_possible) return '这类规定不单独决定某笔提取，没有可试办的申请。';
  if (!it.tried) return '还没有这类已办结的提取，没有可试办的申请。';
  if (!it.changed) return `用最近办理的${it.tried}笔真实提取试办，结果都不变。`;
  return `用最近办理的${it.tried}笔真实提取试办，${it.changed}笔结果不同；这些提取合计由${yuan(it.before_fen)}元变为${yuan(it.after_fen)}元。`;
}
