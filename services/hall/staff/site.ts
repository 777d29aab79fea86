// What the portal shows beside notices: places (网点) and questions with their answers (常见问题), changed by two people.

import { portal, told } from '@/api/client';
import type { components } from '@/api/generated/portal';
import { chineseTime } from '@/lib/dates';
import type { Column } from '@/kit/DataTable.vue';
import { awaiting, text, type Asked, type Field, type Values } from './asking';

type Schemas = components['schemas'];
export type Place = Schemas['PlaceAnswer'];
export type Question = Schemas['QuestionAnswer'];
const LAST = '100';
const TOPICS: Record<Question['topic'], string> = { withdrawals: '提取', loans: '贷款', deposits: '缴存', online: '网上办理', fraud: '识别诈骗' };
export const readPlaces = async () => (await told(portal.GET('/api/portal/places'))).items;
export const readQuestions = async () => (await told(portal.GET('/api/portal/questions'))).items;

export const PLACE: Column<Place>[] = [
  { head: '网点', cell: (one) => one.name }, { head: '地址', cell: (one) => one.address }, { head: '电话', cell: (one) => one.telephone }, { head: '服务时间', cell: (one) => one.hours },
  { head: '状态', cell: (one) => (one.closed ? '不再展示' : '展示中') }, { head: '变更', cell: (one) => chineseTime(one.changed_at) },
];
export const QUESTION: Column<Question>[] = [
  { head: '类别', cell: (one) => one.topic_text }, { head: '问题', cell: (one) => one.question }, { head: '答案', cell: (one) => one.answer },
  { head: '状态', cell: (one) => (one.removed ? '不再展示' : '展示中') }, { head: '变更', cell: (one) => chineseTime(one.changed_at) },
];

const code = (first: string): Field => ({ id: 'code', label: '简称', kind: 'text', first, hint: '2到40个小写字母、数字或连字符，出现在网址里；与已有的相同就是变更那一个。', check: (typed) => (/^[a-z0-9-]{2,40}$/.test(typed) ? null : '简称是2到40个小写字母、数字或连字符') });
const position = (first: string): Field => ({ id: 'position', label: '排在第几', kind: 'text', first, hint: '数字小的在前。', check: (typed) => (/^\d{1,4}$/.test(typed) ? null : '请填写0到9999的整数') });
const shownField = (gone: boolean): Field => ({ id: 'shown', label: '是否展示', kind: 'choice', first: gone ? 'no' : 'yes', choices: [{ value: 'yes', text: '展示' }, { value: 'no', text: '不再展示' }] });
const header = (key: string) => ({ header: { 'Idempotency-Key': key } });
const gone = (values: Values) => text(values, 'shown') === 'no';

/** A place as it is to be shown: a new one, or an existing one with what it says now. */
export const placeDeed = (one?: Place): Asked => ({
  title: one ? '变更网点' : '增加网点', about: '复核同意后立即在门户网站上展示。', yes: '提交复核', reason: '为什么变更',
  fields: [
    ...(one ? [] : [code('')]), { id: 'name', label: '网点名称', kind: 'text', first: one?.name ?? '' }, { id: 'address', label: '地址', kind: 'text', first: one?.address ?? '' },
    { id: 'telephone', label: '电话', kind: 'text', first: one?.telephone ?? '' }, { id: 'hours', label: '服务时间', kind: 'lines', hint: '每行一条。', first: one?.hours ?? '' },
    { id: 'services', label: '办理的业务', kind: 'lines', hint: '每行一项。', first: one?.services ?? '' }, position(String(one?.position ?? LAST)), shownField(one?.closed ?? false),
  ],
  send: async (values, grounds, key) => awaiting(await told(portal.POST('/api/portal/places', {
    params: header(key),
    body: {
      ...grounds, code: one?.code ?? text(values, 'code'), name: text(values, 'name'), address: text(values, 'address'), telephone: text(values, 'telephone'),
      hours: text(values, 'hours'), services: text(values, 'services'), position: Number(text(values, 'position')), closed: gone(values),
    },
  }))),
});
/** A question with its answer as they are to be shown. */
export const questionDeed = (one?: Question): Asked => ({
  title: one ? '变更常见问题' : '增加常见问题', about: '复核同意后立即在门户网站上展示。', yes: '提交复核', reason: '为什么变更',
  fields: [
    ...(one ? [] : [code('')]), { id: 'topic', label: '类别', kind: 'choice', first: one?.topic ?? '', choices: Object.entries(TOPICS).map(([value, word]) => ({ value, text: word })) },
    { id: 'question', label: '问题', kind: 'text', first: one?.question ?? '' }, { id: 'answer', label: '答案', kind: 'lines', hint: '每行一段，不需要格式。', first: one?.answer ?? '' },
    position(String(one?.position ?? LAST)), shownField(one?.removed ?? false),
  ],
  send: async (values, grounds, key) => awaiting(await told(portal.POST('/api/portal/questions', {
    params: header(key),
    body: {
      ...grounds, code: one?.code ?? text(values, 'code'), topic: text(values, 'topic') as Question['topic'], question: text(values, 'question'), answer: text(values, 'answer'),
      position: Number(text(values, 'position')), removed: gone(values),
    },
  }))),
});
