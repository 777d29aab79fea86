// What texts say (短信文字): which there are, another wording from a day on, how it reads, and who decides it.

import { notifications, told } from '@/api/client';
import type { components } from '@/api/generated/notifications';
import { chineseDate } from '@/lib/dates';
import type { Fact } from '@/kit/FactList.vue';
import type { Grounds } from './grounds';
import { DESKS, type Proposal } from './proposals';

type Schemas = components['schemas'];
export type Text = Schemas['WordingShown'];
export type Draft = Schemas['WordingDraft'];
export type Preview = Schemas['WordingPreview'];
export interface Texts { all: Text[]; open: Proposal[] }
const REWORD = 'text.reword';

/** Read all texts, and which wordings wait for another person. */
export async function readTexts(): Promise<Texts> {
  const [all, open] = await Promise.all([told(notifications.GET('/api/notifications/wordings')), DESKS.notifications.page({ state: 'open', limit: 200 })]);
  return { all: all.items, open: open.items.filter((one) => one.kind === REWORD) };
}
export const tryDraft = (body: Draft): Promise<Preview> => told(notifications.POST('/api/notifications/wordings/preview', { body }));
export const tryProposed = (proposal_id: string): Promise<Preview> =>
  told(notifications.GET('/api/notifications/wordings/proposals/{proposal_id}/preview', { params: { path: { proposal_id } } }));
export const propose = (body: Draft & Grounds, key: string): Promise<Proposal> =>
  told(notifications.POST('/api/notifications/wordings', { params: { header: { 'Idempotency-Key': key } }, body }));

/** By what they are about, each once, in the order of the list. */
export const topicsOf = (all: readonly Text[]): string[] => [...new Set(all.map((one) => one.topic_text))];
/** How a text takes up short messages. */
export const sizeOf = (characters: number, segments: number): string => `${characters}字（UCS-2编码），计费${segments}条`;

export function factsOf(one: Text): Fact[] {
  const since = one.effective_from ? `${chineseDate(one.effective_from)}起，依据${one.document_number}` : '随系统版本';
  return [
    ['文字来自', one.unfit ? `系统版本（${since}的文字与本版本的要素不符，不再使用）` : since],
    ['退订', one.mandatory ? '不能退订' : '回复TD可以退订'], ['示例长度', sizeOf(one.characters, one.segments)],
    ...one.later.map((then): Fact => [`${chineseDate(then.effective_from)}起`, then.wording ?? '恢复系统版本的文字']),
  ];
}
/** What the trial on real texts came to. */
export function triedOf(it: Preview): string {
  if (!it.tried) return '最近没有发过这种短信，没有可试算的。';
  return `按最近发出的${it.tried}条真实短信试算：原来共计费${it.tried_before_segments}条，改后共计费${it.tried_after_segments}条，最长的一条计费${it.tried_most_segments}条。`;
}
