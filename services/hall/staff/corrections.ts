// Corrections of names and numbers that the register could not decide (待柜台核实的更正): the person comes with papers.

import { gateway, told } from '@/api/client';
import type { components } from '@/api/generated/gateway';
import { chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';

export type Correction = components['schemas']['CorrectionShown'];
type Person = Correction['before'];
const PAGE_ITEMS = 50;
const said = (one: Person) => `${one.name}（${one.id_type_text}${one.id_number}）`;

export const readCorrections = (cursor: string | null) => told(gateway.GET('/api/gateway/identity-corrections', { params: { query: { limit: PAGE_ITEMS, ...(cursor ? { cursor } : {}) } } }));
export const CORRECTION: Column<Correction>[] = [
  { head: '提出时间', cell: (one) => chineseTime(one.asked_at) }, { head: '现在登记', cell: (one) => said(one.before) }, { head: '要求更正为', cell: (one) => said(one.wanted) },
  { head: '为什么须到柜台', cell: (one) => one.reason_text ?? '' },
];
