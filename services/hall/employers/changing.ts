// Seal, unseal and set bases: three sheets that become one list of changes (汇缴变更).

import { fenFromYuan } from '@/lib/money';
import { account, base, monthField, monthOf, remark, sealWhy, type Field, type Line } from './lines';
import type { Schema } from './own';
import { sealReason } from './staffing';

export type Kind = 'seal' | 'unseal' | 'base';
type Change = Schema['ChangesBody']['items'][number];
interface Sheet { title: string; lead: string; done: string; fields: Field[]; change: (line: Line) => Change }
const month = monthField('month', '生效月份');

export const SHEETS: Record<Kind, Sheet> = {
  seal: {
    title: '封存', done: '封存', fields: [account, sealWhy, month, remark],
    lead: '从生效月份起不再缴存；之前未缴的月份仍在清册上。',
    change: (line) => ({ kind: 'seal', account_number: line['account']!.trim(), reason: sealReason(line['why']!)!, effective_month: monthOf(line['month']!)!, evidence: line['remark']!.trim() }),
  },
  unseal: {
    title: '启封', done: '启封', fields: [account, month],
    lead: '从生效月份起继续缴存。账户已在其他单位的，请办同城转移。',
    change: (line) => ({ kind: 'unseal', account_number: line['account']!.trim(), effective_month: monthOf(line['month']!)! }),
  },
  base: {
    title: '基数调整', done: '调整', fields: [account, base, month, remark],
    lead: '七月以外调整的，请在说明里写明原因；超出上下限的按限额计算。',
    change: (line) => ({ kind: 'base', account_number: line['account']!.trim(), base_fen: fenFromYuan(line['base']!)!, effective_month: monthOf(line['month']!)!, reason: line['remark']!.trim() }),
  },
};
