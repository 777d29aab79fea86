// What the telephone leaves to be done: whoever waits to be called back, cases to answer; and the prompts that callers hear.

import { hotline, told } from '@/api/client';
import type { components } from '@/api/generated/hotline';
import { chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';
import { text, type Asked } from './asking';
import { looking } from './grounds';
import { askedFor } from './telephone';

type Schemas = components['schemas'];
export type CallBack = Schemas['CallBackLine'];
export type Case = Schemas['CaseLine'];
const whole = <T>(items: readonly T[]) => ({ items, next_cursor: null });
export const readCallBacks = (reason: string) => async () => whole((await told(hotline.GET('/api/hotline/call-backs', { params: { header: looking(reason) } }))).items);
export const readCases = (reason: string) => async () => whole((await told(hotline.GET('/api/hotline/cases', { params: { header: looking(reason) } }))).items);
export const readPrompts = async () => (await told(hotline.GET('/api/hotline/prompts'))).items;

const who = (one: CallBack | Case) => (one.person_id ? '已验证身份' : '未验证身份');
export const CALL_BACK: Column<CallBack>[] = [
  { head: '登记', cell: (one) => chineseTime(one.asked_at) }, { head: '回电号码', cell: (one) => one.phone ?? '没有来电号码' }, { head: '来电人', cell: who }, { head: '查询过', cell: (one) => askedFor(one.asked) },
];
export const CASE: Column<Case>[] = [
  { head: '转为工单', cell: (one) => chineseTime(one.noted_at) }, { head: '来电', cell: (one) => chineseTime(one.began_at) }, { head: '来电人', cell: who },
  { head: '事项', cell: (one) => one.text }, { head: '查询过', cell: (one) => askedFor(one.asked) },
];
export const PROMPT: Column<Schemas['PromptLine']>[] = [
  { head: '编号', cell: (one) => one.prompt_id }, { head: '文字', cell: (one) => one.text }, { head: '录音', cell: (one) => (one.recorded ? '已录音' : '合成语音，待录音') },
];

/** How calling back went, once. */
export const outcomeDeed = (one: CallBack): Asked => ({
  title: '登记回电结果', about: `${chineseTime(one.asked_at)}登记的回电。`, yes: '登记',
  fields: [{ id: 'outcome', label: '有没有人接听', kind: 'choice', choices: [{ value: 'reached', text: '已接听' }, { value: 'not_reached', text: '没有接听', note: '不再列为待回电' }] }],
  send: async (values, _grounds, key) => {
    await told(hotline.POST('/api/hotline/call-backs/{call_id}/outcome', {
      params: { path: { call_id: one.call_id }, header: { 'Idempotency-Key': key } }, body: { outcome: text(values, 'outcome') as Schemas['CalledBack']['outcome'] },
    }));
    return '已登记回电结果。';
  },
});
/** The answer to a case, by name, once. */
export const answerDeed = (one: Case): Asked => ({
  title: '答复工单', about: one.text, yes: '答复',
  fields: [{ id: 'answer', label: '怎样答复来电人', kind: 'lines', check: (typed) => (typed.length < 2 ? '请写明答复' : null) }],
  send: async (values, _grounds, key) => {
    await told(hotline.POST('/api/hotline/cases/{call_id}/answer', { params: { path: { call_id: one.call_id }, header: { 'Idempotency-Key': key } }, body: { answer: text(values, 'answer') } }));
    return '工单已答复。';
  },
});
