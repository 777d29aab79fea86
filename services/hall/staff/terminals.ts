// Terminals (自助终端) as administrators see them: how each is, in words, and which of them want somebody's hands.

import type { components } from '@/api/generated/gateway';
import { chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';

export type Terminal = components['schemas']['DeviceListed'];

const PRINTER: Record<NonNullable<Terminal['printer']>, string> = {
  ready: '正常', out_of_paper: '缺纸', jammed: '卡纸', away: '没有应答', none: '没有',
};
const READER: Record<NonNullable<Terminal['reader']>, string> = { ready: '正常', away: '没有应答', none: '没有' };
const CHANNEL: Record<Terminal['channel'], string> = { kiosk: '自助终端', hotline: '12329热线', wechat: '微信' };
const PRINTER_IN_NEED = new Set<Terminal['printer']>(['out_of_paper', 'jammed', 'away']);

/** Whether somebody has to go there: it is silent, or one of its parts does not work. */
export function needsHands(one: Terminal): boolean {
  return one.channel === 'kiosk' && !one.revoked_at && (one.silent || PRINTER_IN_NEED.has(one.printer) || one.reader === 'away');
}

function state(one: Terminal): string {
  if (one.revoked_at) return `${chineseTime(one.revoked_at)}已停用`;
  if (one.channel !== 'kiosk') return `${CHANNEL[one.channel]}在用`;
  if (!one.seen_at) return '已登记，尚未在终端上填写编号';
  if (one.silent) return '没有声音';
  return needsHands(one) ? '要人去看' : '正常';
}

/** How a terminal is shown. */
export const TERMINAL: Column<Terminal>[] = [
  { head: '位置', cell: (one) => one.name }, { head: '编号', cell: (one) => one.client_id },
  { head: '状态', cell: state }, { head: '最近一次报告', cell: (one) => (one.seen_at ? chineseTime(one.seen_at, true) : '') },
  { head: '打印机', cell: (one) => (one.printer ? PRINTER[one.printer] : '') }, { head: '读卡器', cell: (one) => (one.reader ? READER[one.reader] : '') },
  { head: '登记时间', cell: (one) => chineseTime(one.since) },
];

/** Those that want somebody's hands first, the revoked ones last. */
export function inOrder(found: readonly Terminal[]): Terminal[] {
  const rank = (one: Terminal) => (one.revoked_at ? 2 : needsHands(one) ? 0 : 1);
  return [...found].sort((one, other) => rank(one) - rank(other));
}
