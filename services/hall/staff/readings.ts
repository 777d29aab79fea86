// What is read from papers in the stead of a register that does not know it (R-WDR-21): which facts each has, as fields, and as data.

import { told, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/withdrawals';
import { fenFromYuan } from '@/lib/money';
import { problemsIn, text, type Field, type Problem, type Values } from './asking';
import type { Grounds } from './grounds';

type Body = components['schemas']['AcceptanceBody'];
export type Register = 'marriage' | 'homes' | 'leases' | 'invoices' | 'bank_loans' | 'working_ability' | 'hardship' | 'illness';
type Unit = 'text' | 'fen' | 'day' | 'count' | 'yes' | 'percent' | 'area';
interface Fact extends Field { unit: Unit }
/** A group of facts: one, or one after another. */
export interface Part { id: string; title: string; many: boolean; facts: Fact[] }

const whole = (typed: string) => (/^\d{1,6}$/.test(typed) ? null : '请填写整数');
const decimal = (typed: string) => (/^\d{1,6}(\.\d{1,2})?$/.test(typed) ? null : '请填写数字，最多两位小数');
const sum = (typed: string) => (fenFromYuan(typed) === null && !/^0+(\.0+)?$/.test(typed) ? '请填写金额，最多两位小数' : null);
const YES_NO = [{ value: 'yes', text: '是' }, { value: 'no', text: '否' }];
const word = (id: string, label: string): Fact => ({ id, label, kind: 'text', unit: 'text' });
const fen = (id: string, label: string, more: Partial<Fact> = {}): Fact => ({ id, label, kind: 'money', unit: 'fen', check: sum, ...more });
const day = (id: string, label: string, more: Partial<Fact> = {}): Fact => ({ id, label, kind: 'day', unit: 'day', ...more });
const count = (id: string, label: string, first = ''): Fact => ({ id, label, kind: 'text', unit: 'count', first, check: whole });
const yes = (id: string, label: string, first = 'no'): Fact => ({ id, label, kind: 'choice', unit: 'yes', first, choices: YES_NO });
const percent: Fact = { id: 'share_bp', label: '家庭份额（%）', kind: 'text', unit: 'percent', first: '100', check: decimal };
const oneOf = (id: string, label: string, words: Record<string, string>): Fact => ({ id, label, kind: 'choice', unit: 'text', choices: Object.entries(words).map(([value, said]) => ({ value, text: said })) });
const UNIT = word('unit', '不动产单元号');

export const REGISTERS: Record<Register, { title: string; parts: Part[] }> = {
  marriage: { title: '婚姻登记', parts: [{ id: 'household', title: '婚姻', many: false, facts: [word('key', '结婚证字号'), yes('married', '已婚', 'yes'), fen('spouse_base_fen', '配偶缴存基数', { first: '0' }), count('marriages', '夫妻双方登记结婚次数（按政策规定的年限）', '1')] }] },
  homes: {
    title: '不动产登记和房屋网签备案', parts: [
      { id: 'homes', title: '名下住房', many: true, facts: [UNIT, yes('in_city', '在本市', 'yes')] },
      {
        id: 'contracts', title: '购房合同', many: true, facts: [
          word('number', '合同编号'), UNIT, count('ordinal', '家庭第几套住房', '1'), yes('new', '新建住房', 'yes'), fen('price_fen', '合同价'), fen('value_fen', '发票金额或计税评估价', { optional: true }),
          day('counted_from', '发票或契证日期', { optional: true }), fen('loans_fen', '贷款合计', { first: '0' }), fen('down_payment_fen', '首付款', { first: '0' }), fen('paid_fen', '已付自有资金', { first: '0' }),
          percent, yes('relatives', '买受人都是配偶、父母、子女', 'yes'), yes('resold', '短期内多次转手（按政策规定的年限）'), yes('elsewhere', '不在缴存地和户籍地'),
        ],
      },
      { id: 'permits', title: '建房许可或危房鉴定', many: true, facts: [word('number', '编号'), UNIT, day('granted_on', '批准日期'), { id: 'area_hundredths', label: '面积（平方米）', kind: 'text', unit: 'area', check: decimal }] },
    ],
  },
  leases: { title: '租赁登记', parts: [{ id: 'leases', title: '租赁合同', many: true, facts: [word('number', '备案编号'), yes('public', '公共租赁住房'), fen('rent_fen', '月租金'), day('begins_on', '起租日'), day('ends_on', '到期日'), percent] }] },
  invoices: {
    title: '发票', parts: [{ id: 'invoices', title: '发票', many: true, facts: [word('number', '发票号码'), oneOf('use', '用途', { renovation: '装修', property_fee: '物业费', build: '建造、翻建、大修' }), UNIT, fen('fen', '金额'), day('dated_on', '开票日期'), day('paid_on', '付款日期')] }],
  },
  bank_loans: {
    title: '商业银行住房贷款', parts: [
      { id: 'loans', title: '贷款', many: true, facts: [word('number', '借款合同编号'), fen('instalment_fen', '月还款额'), fen('balance_fen', '贷款余额', { first: '0' }), yes('arrears', '有逾期'), day('paid_off_on', '结清日期', { optional: true }), { ...UNIT, optional: true }] },
      { id: 'payments', title: '还款', many: true, facts: [word('loan', '属于哪一份借款合同'), word('number', '还款流水号'), day('paid_on', '还款日期'), fen('fen', '本息金额'), fen('own_fen', '其中自有资金')] },
    ],
  },
  working_ability: { title: '劳动能力鉴定', parts: [{ id: 'disability_grade', title: '鉴定结论', many: false, facts: [count('disability_grade', '伤残等级')] }] },
  hardship: { title: '最低生活保障', parts: [{ id: 'hardship', title: '最低生活保障', many: false, facts: [yes('hardship', '正在享受', 'yes')] }] },
  illness: { title: '医疗保障结算', parts: [{ id: 'bills', title: '自付医疗费', many: true, facts: [oneOf('person', '谁的', { self: '本人', spouse: '配偶', child: '子女' }), fen('fen', '自付金额'), day('settled_on', '结算日期')] }] },
};

function valueOf(fact: Fact, values: Values): unknown {
  const typed = text(values, fact.id);
  if (!typed) return null;
  switch (fact.unit) {
    case 'fen': return fenFromYuan(typed) ?? 0;
    case 'count': return Number(typed);
    case 'yes': return typed === 'yes';
    case 'percent': case 'area': return Math.round(Number(typed) * 100);
    default: return typed;
  }
}
const rowOf = (part: Part, values: Values) => Object.fromEntries(part.facts.map((fact) => [fact.id, valueOf(fact, values)]));
/** What was filled in: by register whether it shows anything, and the rows of each part. */
export interface Reading { outcome: '' | 'yes' | 'no'; rows: Record<string, Values[]> }
export const rowsId = (register: string, part: string, at: number) => `read-${register}-${part}-${at}`;

function dataOf(register: Register, { rows }: Reading): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const part of REGISTERS[register].parts) {
    const made = (rows[part.id] ?? []).map((values) => rowOf(part, values));
    if (part.many) data[part.id] = made;
    else if (made[0]) data[part.id] = part.id in made[0] ? made[0][part.id] : made[0];
  }
  if (register !== 'bank_loans') return data;
  const payments = data['payments'] as Record<string, unknown>[];
  return {
    loans: (data['loans'] as Record<string, unknown>[]).map((loan) => ({
      ...loan, fund: false, offset: false, payments: payments.filter((one) => one['loan'] === loan['number']).map(({ loan: _loan, ...rest }) => rest),
    })),
  };
}
/** What is wrong with what was read, by the ids of the fields on the page. */
export function readingProblems(registers: readonly Register[], read: Record<string, Reading>): Problem[] {
  return registers.flatMap((register): Problem[] => {
    const { outcome, rows } = read[register]!, { title, parts } = REGISTERS[register];
    if (!outcome) return [{ id: `read-${register}`, text: `请选择材料是否表明有${title}` }];
    if (outcome === 'no') return [];
    if (!parts.some((part) => rows[part.id]?.length)) return [{ id: `read-${register}`, text: `请填写${title}的内容` }];
    return parts.flatMap((part) => (rows[part.id] ?? []).flatMap((values, at) => problemsIn(rowsId(register, part.id, at), part.facts, values)));
  });
}
/** Propose what was read: another person compares it with the papers. */
export function proposeReading(application_id: string, registers: readonly Register[], read: Record<string, Reading>, grounds: Grounds, key: string) {
  const facts = Object.fromEntries(registers.map((register) => {
    const { outcome } = read[register]!;
    return [register, { outcome, data: outcome === 'yes' ? dataOf(register, read[register]!) : {} }];
  })) as Body['facts'];
  return told(withdrawals.POST('/api/withdrawals/paper-reviews/{application_id}/acceptance', { params: { path: { application_id }, header: { 'Idempotency-Key': key } }, body: { ...grounds, facts } }));
}
