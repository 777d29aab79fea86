// Open proposals of all services in one list (双人复核): every service has the same API for them, each answers for itself.

import { accounts, credit, documents, gateway, hotline, loans, notifications, portal, settlement, told, transfers, wechat, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/settlement';
import { Problem } from '@/api/problem';
import { claimsOf, session } from '@/api/session';
import { chineseTime } from '@/lib/dates';
import { doesBusiness } from './roles';
import type { Item } from './work';

export type Proposal = components['schemas']['ProposalAnswer'];
type Decision = components['schemas']['DecisionOnProposal'];
interface Query { state?: 'open'; subject?: string; limit: number; cursor?: string }
interface Page { items: Proposal[]; next_cursor: string | null }
interface Desk {
  text: string;
  page(query: Query): Promise<Page>;
  one(id: string): Promise<Proposal>;
  decide(id: string, body: Decision, key: string): Promise<Proposal>;
  takeBack(id: string, key: string): Promise<Proposal>;
}

const PAGE_ITEMS = 200;
const PAGES_MAX = 5;
const SOON_MS = 24 * 3600 * 1000;
const at = (id: string) => ({ params: { path: { proposal_id: id } } });
const once = (id: string, key: string) => ({ params: { path: { proposal_id: id }, header: { 'Idempotency-Key': key } } });

/** The services that two people decide in, by what staff call their business. */
export const DESKS = {
  accounts: {
    text: '归集',
    page: (query) => told(accounts.GET('/api/accounts/proposals', { params: { query } })),
    one: (id) => told(accounts.GET('/api/accounts/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(accounts.POST('/api/accounts/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(accounts.POST('/api/accounts/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  withdrawals: {
    text: '提取',
    page: (query) => told(withdrawals.GET('/api/withdrawals/proposals', { params: { query } })),
    one: (id) => told(withdrawals.GET('/api/withdrawals/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(withdrawals.POST('/api/withdrawals/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(withdrawals.POST('/api/withdrawals/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  loans: {
    text: '贷款',
    page: (query) => told(loans.GET('/api/loans/proposals', { params: { query } })),
    one: (id) => told(loans.GET('/api/loans/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(loans.POST('/api/loans/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(loans.POST('/api/loans/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  settlement: {
    text: '结算',
    page: (query) => told(settlement.GET('/api/settlement/proposals', { params: { query } })),
    one: (id) => told(settlement.GET('/api/settlement/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(settlement.POST('/api/settlement/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(settlement.POST('/api/settlement/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  gateway: {
    text: '登录和权限',
    page: (query) => told(gateway.GET('/api/gateway/proposals', { params: { query } })),
    one: (id) => told(gateway.GET('/api/gateway/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(gateway.POST('/api/gateway/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(gateway.POST('/api/gateway/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  documents: {
    text: '证明',
    page: (query) => told(documents.GET('/api/documents/proposals', { params: { query } })),
    one: (id) => told(documents.GET('/api/documents/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(documents.POST('/api/documents/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(documents.POST('/api/documents/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  credit: {
    text: '信用',
    page: (query) => told(credit.GET('/api/credit/proposals', { params: { query } })),
    one: (id) => told(credit.GET('/api/credit/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(credit.POST('/api/credit/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(credit.POST('/api/credit/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  notifications: {
    text: '短信',
    page: (query) => told(notifications.GET('/api/notifications/proposals', { params: { query } })),
    one: (id) => told(notifications.GET('/api/notifications/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(notifications.POST('/api/notifications/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(notifications.POST('/api/notifications/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  portal: {
    text: '网站',
    page: (query) => told(portal.GET('/api/portal/proposals', { params: { query } })),
    one: (id) => told(portal.GET('/api/portal/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(portal.POST('/api/portal/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(portal.POST('/api/portal/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  transfers: {
    text: '异地转移',
    page: (query) => told(transfers.GET('/api/transfers/proposals', { params: { query } })),
    one: (id) => told(transfers.GET('/api/transfers/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(transfers.POST('/api/transfers/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(transfers.POST('/api/transfers/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  wechat: {
    text: '微信',
    page: (query) => told(wechat.GET('/api/wechat/proposals', { params: { query } })),
    one: (id) => told(wechat.GET('/api/wechat/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(wechat.POST('/api/wechat/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(wechat.POST('/api/wechat/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
  hotline: {
    text: '热线',
    page: (query) => told(hotline.GET('/api/hotline/proposals', { params: { query } })),
    one: (id) => told(hotline.GET('/api/hotline/proposals/{proposal_id}', at(id))),
    decide: (id, body, key) => told(hotline.POST('/api/hotline/proposals/{proposal_id}/decision', { ...once(id, key), body })),
    takeBack: (id, key) => told(hotline.POST('/api/hotline/proposals/{proposal_id}/withdrawal', once(id, key))),
  },
} satisfies Record<string, Desk>;
export type DeskName = keyof typeof DESKS;
export const DESK_NAMES = Object.keys(DESKS) as DeskName[];
/** Those whose proposals an administrator reads, too. */
const OF_RIGHTS: DeskName[] = ['gateway', 'credit'];

/** A proposal, and whose desk it lies on. */
export interface Matter extends Proposal { desk: DeskName }
/** Everything open, nearest deadline first; which services are away; whether there is more than is read at once. */
export interface Work { matters: Matter[]; away: string[]; more: boolean }

async function openOf(desk: DeskName): Promise<{ matters: Matter[]; more: boolean }> {
  const matters: Matter[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const got: Page = await DESKS[desk].page({ state: 'open', limit: PAGE_ITEMS, ...(cursor ? { cursor } : {}) });
    matters.push(...got.items.map((one) => ({ ...one, desk })));
    cursor = got.next_cursor;
    if (cursor === null) break;
  }
  return { matters, more: cursor !== null };
}

/** Read every desk of this post; one that is away is named, one that refuses is left out. Throws where none answers. */
export async function openWork(): Promise<Work> {
  const names = doesBusiness() ? DESK_NAMES : OF_RIGHTS;
  const answers = await Promise.allSettled(names.map(openOf));
  const work: Work = { matters: [], away: [], more: false };
  let answered = false, refusal: unknown = null;
  answers.forEach((answer, index) => {
    if (answer.status === 'fulfilled') {
      answered = true;
      work.matters.push(...answer.value.matters);
      work.more ||= answer.value.more;
    } else if (answer.reason instanceof Problem && answer.reason.status === 403) {
      answered = true;
    } else {
      refusal ??= answer.reason;
      work.away.push(DESKS[names[index]!].text);
    }
  });
  if (!answered) throw refusal;
  work.matters.sort((one, other) => one.expires_at.localeCompare(other.expires_at));
  return work;
}

/** The identity that is logged in, as proposals name it. */
export function myself(): unknown {
  return session.value ? claimsOf(session.value)['sub'] : null;
}

/** Whether whoever is logged in has proposed it. */
export function isOwn(one: Proposal): boolean {
  return one.proposed_by === myself();
}

const DECIDERS: Record<Proposal['decider'], string> = { checker: '复核员', senior: '高级复核员', admin: '管理员' };

/** Who is to decide it. */
export function deciderOf(one: Proposal): string {
  return DECIDERS[one.decider];
}

/** Whether it is put before whoever is logged in; the service decides whether it may be. */
export function isForMe(one: Proposal): boolean {
  if (!session.value || isOwn(one)) return false;
  if (one.decider === 'admin') return session.value.role === 'staff_admin';
  if (session.value.role !== 'staff_checker') return false;
  return one.decider === 'checker' || claimsOf(session.value)['senior'] === true;
}

/** How near its deadline is. */
export function haste(one: Proposal, now = Date.now()): 'over' | 'soon' | 'time' {
  const left = Date.parse(one.expires_at) - now;
  return left <= 0 ? 'over' : left < SOON_MS ? 'soon' : 'time';
}

/** How long it may still be decided, in words. */
export function timeLeft(one: Proposal, now = Date.now()): string {
  const minutes = Math.floor((Date.parse(one.expires_at) - now) / 60_000);
  if (minutes <= 0) return '已过';
  if (minutes < 60) return `还有${minutes}分钟`;
  return minutes < 48 * 60 ? `还有${Math.floor(minutes / 60)}小时` : `还有${Math.floor(minutes / 1440)}天`;
}

const LETTER = { text: '查看联系函', to: (id: string) => `/transfers/${id}` };
const SEEN: Record<string, { text: string; to: (subject: string) => string }> = {
  'papers.accept': { text: '先与材料逐项核对', to: () => '/reviews#papers' },
  'transfer_out.approve': LETTER, 'transfer_out.refuse': LETTER, 'transfer_in.book': LETTER, 'transfer_in.give_up': LETTER,
};
/** Where what is proposed is seen whole before one decides, where its summary does not say it all. */
export const seenAt = (one: Proposal) => SEEN[one.kind] && { text: SEEN[one.kind]!.text, to: SEEN[one.kind]!.to(one.subject) };

/** A proposal as a piece of work. */
export function itemOf(one: Matter): Item {
  return { service: one.desk, kind: 'proposal', id: one.proposal_id, about: one.summary, by: one.proposed_by };
}

const ENDS: Record<Proposal['state'], string> = { open: '等待复核', executed: '同意，已办理', rejected: '退回', withdrawn: '撤回', expired: '超过复核期限，未办理' };

/** How a proposal ended, by whom and when, in a word or two; of one that is still open, that it waits. */
export function ending(one: Proposal): string {
  const when = one.decided_at ? `，${chineseTime(one.decided_at)}` : '';
  return `${ENDS[one.state]}${one.decided_by_name ? `：${one.decided_by_name}` : ''}${when}${one.decision_reason ? `（${one.decision_reason}）` : ''}`;
}

/** What became of a proposal that somebody else was quicker with. */
export function outcome(one: Proposal): string {
  if (one.state === 'expired' || one.state === 'open') return `${one.summary}：${ENDS[one.state]}。`;
  const who = one.decided_by === myself() ? '您已办理' : `已由他人办理：${one.decided_by_name ?? ''}`;
  const when = one.decided_at ? `于${chineseTime(one.decided_at)}` : '';
  return `${one.summary}——${who}${when}${ENDS[one.state]}${one.decision_reason ? `（${one.decision_reason}）` : ''}。`;
}
