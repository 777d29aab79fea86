// Texts of 12329 on their way: what did not arrive, where one text is, by which carrier they go (短信通道).

import { notifications, told } from '@/api/client';
import type { components } from '@/api/generated/notifications';
import { chineseDate, chineseTime, today } from '@/lib/dates';
import { cleanPhone, phoneProblem } from '@/lib/ids';
import type { Column } from '@/kit/DataTable.vue';
import { awaiting, text, type Asked } from './asking';
import { looking } from './grounds';

type Schemas = components['schemas'];
export type Delivery = Schemas['Delivery'];
export type State = Delivery['state'];
type Route = Schemas['RouteChange']['route'];
const PAGE_ITEMS = 50;
const page = (cursor: string | null) => ({ limit: PAGE_ITEMS, ...(cursor ? { cursor } : {}) });
export const STATES: Record<State, string> = {
  queued: '待发送', submitting: '发送中', submitted: '已提交运营商', delivered: '已送达', undelivered: '未送达', expired: '已过期', failed: '发送失败', pushed: '已由微信通知',
};
export const ROUTES: Record<Route, string> = { smpp: 'SMPP通道', cmpp: 'CMPP通道' };

export const readUndelivered = (reason: string) => (cursor: string | null) => told(notifications.GET('/api/notifications/undelivered', { params: { query: page(cursor), header: looking(reason) } }));
/** Texts about a business, or in a state; newest first. */
export const readDeliveries = (reason: string, about: string, state: State | '') => (cursor: string | null) => told(notifications.GET('/api/notifications/deliveries', {
  params: { query: { ...page(cursor), ...(about ? { about } : {}), ...(state ? { state: [state] } : {}) }, header: looking(reason) },
}));
export const readRoutes = (cursor: string | null) => told(notifications.GET('/api/notifications/routes', { params: { query: page(cursor) } }));

export const DELIVERY: Column<Delivery>[] = [
  { head: '时间', cell: (one) => chineseTime(one.created_at) }, { head: '模板', cell: (one) => one.template }, { head: '手机', cell: (one) => `尾号${one.phone_tail}` },
  { head: '状态', cell: (one) => one.state_text }, { head: '原因', cell: (one) => one.failure ?? '' }, { head: '提交次数', cell: (one) => String(one.attempts), number: true },
  { head: '计费条数', cell: (one) => String(one.segments), number: true }, { head: '通道', cell: (one) => ROUTES[one.route] }, { head: '结束', cell: (one) => (one.ended_at ? chineseTime(one.ended_at) : '') },
  { head: '业务编号', cell: (one) => one.about },
];
export const ROUTE: Column<Schemas['RouteShown']>[] = [
  { head: '号段或号码', cell: (one) => (one.prefix === null ? `尾号${one.phone_tail ?? ''}（携号转网）` : `${one.prefix}开头`) }, { head: '通道', cell: (one) => one.route_text },
  { head: '生效', cell: (one) => chineseDate(one.effective_from) }, { head: '复核同意', cell: (one) => chineseTime(one.decided_at) },
];

const single = (values: Record<string, string>) => values['which'] === 'phone';
/** By which carrier texts to some numbers go from a day on; the longest prefix that fits holds, a single number before all. */
export const routeDeed = (): Asked => ({
  title: '变更短信通道', about: '从某一天起，一个号段或者一个携号转网的号码改走哪条通道。单个号码先于号段，长号段先于短号段。', yes: '提交复核', reason: '为什么变更',
  fields: [
    { id: 'which', label: '哪些号码', kind: 'choice', first: 'prefix', choices: [{ value: 'prefix', text: '一个号段' }, { value: 'phone', text: '一个号码', note: '携号转网的' }] },
    { id: 'prefix', label: '号段', kind: 'text', hint: '号码开头的3到7位数字', when: (values) => !single(values), check: (typed) => (/^\d{3,7}$/.test(typed) ? null : '号段是3到7位数字') },
    { id: 'phone', label: '手机号码', kind: 'text', when: single, check: (typed) => phoneProblem(typed) },
    { id: 'route', label: '通道', kind: 'choice', choices: Object.entries(ROUTES).map(([value, word]) => ({ value, text: word })) },
    { id: 'from', label: '从哪一天起', kind: 'day', first: today() },
  ],
  send: async (values, grounds, key) => awaiting(await told(notifications.POST('/api/notifications/routes', {
    params: { header: { 'Idempotency-Key': key } },
    body: { ...grounds, prefix: single(values) ? null : text(values, 'prefix'), phone: single(values) ? cleanPhone(text(values, 'phone')) : null, route: text(values, 'route') as Route, effective_from: text(values, 'from') },
  }))),
});
