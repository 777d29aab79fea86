// What lies on the desk, counted: each with where it is worked on. Each answers for itself.

import { accounts, documents, gateway, hotline, loans, settlement, told, transfers, withdrawals } from '@/api/client';
import { chineseDate, dayOf } from '@/lib/dates';
import { readJobs } from './jobs';
import { lying, readParked } from './parked';
import { needsHands } from './terminals';
import { isForMe, isOwn, openWork } from './proposals';
import { doesBusiness, givesRights } from './roles';

/** How many there are; `more`: at least so many. */
export interface Count { count: number; more: boolean; note?: string }
/** `anybody`: an administrator has it, too; `rights`: nobody else has. */
export interface Pile { to: string; title: string; text: string; bad?: boolean; whose?: 'anybody' | 'rights'; count: () => Promise<Count> }
const COUNTED_MAX = 100;
const PAGE = { params: { query: { limit: COUNTED_MAX } } };

async function length(page: Promise<{ items: readonly unknown[]; next_cursor?: string | null }>): Promise<Count> {
  const got = await page;
  return { count: got.items.length, more: Boolean(got.next_cursor) };
}
async function proposals(): Promise<Count> {
  const work = await openWork();
  const mine = work.matters.filter(isForMe).length, own = work.matters.filter(isOwn).length;
  const away = work.away.length ? `；${work.away.join('、')}暂时打不开` : '';
  return { count: work.matters.length, more: work.more, note: `待我复核 ${mine}，我提出的 ${own}${away}` };
}
async function differences(): Promise<Count> {
  const days = (await told(settlement.GET('/api/settlement/reconciliations', PAGE))).items;
  return { count: days.reduce((sum, day) => sum + day.open_differences, 0), more: false };
}
async function oddEntries(): Promise<Count> {
  const got = await told(settlement.GET('/api/settlement/odd-entries', PAGE));
  return { count: got.items.filter((one) => one.explanation === null).length, more: Boolean(got.next_cursor) };
}
async function crossDifferences(): Promise<Count> {
  const [fresh, open] = await Promise.all((['new', 'open'] as const).map((state) => length(
    told(settlement.GET('/api/settlement/cross-differences', { params: { query: { state, limit: COUNTED_MAX } } })))));
  return { count: fresh!.count + open!.count, more: fresh!.more || open!.more };
}
async function lateJobs(): Promise<Count> {
  const { items, away } = await readJobs();
  return { count: items.filter((one) => one.late_seconds > 0).length, more: false, ...(away.length ? { note: `${away.join('、')}暂时打不开` } : {}) };
}
async function overdue(): Promise<Count> {
  const got = await told(withdrawals.GET('/api/withdrawals/overdue', PAGE));
  return { count: got.items.length, more: got.items.length === COUNTED_MAX };
}

async function requests(): Promise<Count> {
  const [hard, fresh] = await Promise.all([told(accounts.GET('/api/accounts/hardship-requests', PAGE)), told(accounts.GET('/api/accounts/registrations', PAGE))]);
  const free = [...hard.items.filter((one) => one.state === 'open').map((one) => one.asked_at), ...fresh.items.filter((one) => one.state === 'submitted').map((one) => one.submitted_at)].sort();
  return {
    count: hard.items.length + fresh.items.length, more: Boolean(hard.next_cursor ?? fresh.next_cursor),
    ...(free[0] ? { note: `待受理 ${free.length}，最早的${chineseDate(dayOf(new Date(free[0])))}提出` } : {}),
  };
}
async function disputes(): Promise<Count> {
  const it = await told(accounts.GET('/api/accounts/disputes/figures'));
  const note = it.next_due_on ? `最近的答复期限${chineseDate(it.next_due_on)}${it.late ? `，${it.late}件已超过` : ''}` : undefined;
  return { count: it.waiting, more: false, ...(note ? { note } : {}) };
}
/** Those that stand longest come first: the overdue ones are on the first page. */
async function letters(): Promise<Count> {
  const { items } = await told(transfers.GET('/api/transfers/letters', PAGE));
  const late = items.filter((one) => one.overdue).length;
  return { count: late, more: late === COUNTED_MAX };
}
async function parked(): Promise<Count> {
  const found = await readParked();
  return { count: lying(found), more: found.more, ...(found.away.length ? { note: `${found.away.join('、')}暂时打不开` } : {}) };
}
async function calls(): Promise<Count> {
  const it = await told(hotline.GET('/api/hotline/figures'));
  return { count: it.call_backs_waiting + it.cases_waiting, more: false, note: `待回电 ${it.call_backs_waiting}，待答复的工单 ${it.cases_waiting}` };
}
async function terminals(): Promise<Count> {
  const { items } = await told(gateway.GET('/api/gateway/devices'));
  return { count: items.filter(needsHands).length, more: false };
}

const PILES: Pile[] = [
  { to: '/proposals', title: '待复核', whose: 'anybody', text: '一人提出，另一人复核', count: proposals },
  { to: '/reviews', title: '提取审核', text: '须人工审核的提取申请', count: () => length(told(withdrawals.GET('/api/withdrawals/reviews', PAGE))) },
  { to: '/reviews#papers', title: '材料审核', text: '已提交证明材料的提取申请', count: () => length(told(withdrawals.GET('/api/withdrawals/paper-reviews', PAGE))) },
  { to: '/requests', title: '单位申请', text: '单位在网上提出的登记、缓缴和降低缴存比例', count: requests },
  { to: '/errors#overdue', title: '超过时限的步骤', text: '提取办理中超过时限的步骤', bad: true, count: overdue },
  { to: '/errors#unknown', title: '结果未知的指令', text: '正在向银行查询，查清前不重复付款', bad: true, count: () => length(told(settlement.GET('/api/settlement/unknown-payments', PAGE))) },
  { to: '/errors#flagged', title: '与银行说法矛盾的指令', text: '须两人作出处理结论', bad: true, count: () => length(told(settlement.GET('/api/settlement/payment-orders', { params: { query: { flagged: true, limit: COUNTED_MAX } } }))) },
  { to: '/errors#differences', title: '对账差异', text: '与银行对账单不一致，尚未说明', bad: true, count: differences },
  { to: '/errors#cross', title: '服务间差异', text: '贷款、账簿、指令三方金额不一致', bad: true, count: crossDifferences },
  { to: '/errors#odd', title: '无法采信的银行记录', text: '尚未说明的记录', bad: true, count: oddEntries },
  { to: '/errors#suspense', title: '未识别来款', text: '不知道属于哪个单位的来款', count: () => length(told(accounts.GET('/api/accounts/suspense', PAGE))) },
  { to: '/errors#disputes', title: '待答复的异议', text: '职工对明细或余额的异议，五个工作日内书面答复', count: disputes },
  { to: '/errors#dead', title: '借款人死亡的贷款', text: '须有人核实还款安排', count: async () => ({ count: (await told(loans.GET('/api/loans/deaths'))).items.length, more: false }) },
  { to: '/telephone', title: '待回电和工单', text: '12329来电人等着的回电和答复', count: calls },
  { to: '/transfers', title: '超过时限的联系函', text: '异地转移停留太久，须有人办理', bad: true, count: letters },
  { to: '/papers#dunning', title: '待送达的催缴函', text: '写给欠缴单位，须有人送达', count: async () => ({ count: (await told(documents.GET('/api/documents/dunning-letters', { params: { query: { to_send: true } } }))).items.length, more: false }) },
  { to: '/parked', title: '停放的消息', whose: 'anybody', text: '多次没有办成，要有人查明后重放', bad: true, count: parked },
  { to: '/jobs', title: '超时的定时任务', whose: 'anybody', text: '系统自动办理而没有按时完成的工作', bad: true, count: lateJobs },
  { to: '/terminals', title: '要人去看的自助终端', whose: 'rights', text: '没有声音、缺纸、卡纸或部件没有应答', bad: true, count: terminals },
];
/** The piles of whoever is logged in, in the order in which they are worked off. */
export const piles = (): Pile[] => PILES.filter(({ whose }) => whose === 'anybody' || (whose === 'rights' ? givesRights() : doesBusiness()));
