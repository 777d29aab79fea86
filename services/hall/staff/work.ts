// Who is at which piece of work (认领) and what colleagues noted about it (备注). Both only tell: the lists work without them,
// and who decides is decided by the service where the work lies.

import { ref, shallowRef } from 'vue';
import { gateway, told } from '@/api/client';
import type { components } from '@/api/generated/gateway';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';
import { chineseTime } from '@/lib/dates';
import { myself } from './proposals';

export type Kind = components['schemas']['Work'];
export type Claim = components['schemas']['WorkClaim'];
export type Note = components['schemas']['WorkNote'];
export type Colleague = components['schemas']['Colleague'];
export type Desk = components['schemas']['Desk'];
/** A piece of work: in which service, on which pile, which one; `about` says it in words, `by` who proposed it. */
export interface Item { service: string; kind: Kind; id: string; about: string; by?: string }

const RENEWED_EVERY_MS = 5 * 60_000;
const AT_WORK_FOR_MS = 15 * 60_000;
/** An item's name among all. */
export const named = (item: Omit<Item, 'about'>) => `${item.service}/${item.kind}/${item.id}`;
const at = (item: Item) => ({ path: { service: item.service, kind: item.kind, item_id: item.id } });

/** What the gateway last said, where it did. */
export const desk = shallowRef<Desk | null>(null);
const claims = shallowRef<Map<string, Claim>>(new Map());
const notes = shallowRef<Map<string, Note[]>>(new Map());
/** The gateway did not say who is at what. */
export const unsaid = ref(false);
/** What somebody is asked for: to whom to hand it over, or what to note. */
export const asked = shallowRef<{ item: Item; what: 'handover' | 'note' | 'office' } | null>(null);

const nameOf = (one: Claim | Note) => `${one.service}/${one.kind}/${one.item_id}`;

/** Read who is at what, and the notes. Never throws. */
export async function readDesk(): Promise<void> {
  const now = await told(gateway.GET('/api/gateway/work')).catch(() => null);
  desk.value = now;
  unsaid.value = now === null;
  claims.value = new Map((now?.claims ?? []).map((one) => [nameOf(one), one]));
  const found = new Map<string, Note[]>();
  for (const one of [...(now?.notes ?? [])].reverse()) found.set(nameOf(one), [...(found.get(nameOf(one)) ?? []), one]);
  notes.value = found;
}

function keep(item: Item, claim: Claim | null): void {
  const now = new Map(claims.value);
  if (claim) now.set(named(item), claim);
  else now.delete(named(item));
  claims.value = now;
}

/** Who is at it, if anybody still is. */
export function claimOn(item: Item): Claim | null {
  const found = claims.value.get(named(item));
  return found && Date.parse(found.until) > Date.now() ? found : null;
}
export function notesOn(item: Item): Note[] {
  return notes.value.get(named(item)) ?? [];
}
export function isMine(claim: Claim | null): boolean {
  return claim?.held_by === myself();
}
/** Whether a colleague is at it. */
export function isTaken(item: Item): boolean {
  const claim = claimOn(item);
  return claim !== null && !isMine(claim);
}

/** Whether somebody of this post takes up work of a kind; what one has proposed oneself is not on one's list. */
export function mayHold(kind: Kind, role = session.value?.role): boolean {
  return kind === 'proposal' ? role === 'staff_checker' || role === 'staff_admin' : role === 'staff_maker' || role === 'staff_checker';
}

/** A claim in words. */
export function said(claim: Claim): string {
  if (!isMine(claim)) return `${claim.held_by_name}正在办理，至${chineseTime(claim.until)}`;
  return claim.handed_by_name ? `${claim.handed_by_name}转交给我，至${chineseTime(claim.until)}` : `我已认领，至${chineseTime(claim.until)}`;
}

const held = new Map<string, Item>();
let timer = 0, active = 0;

/** Go on holding what was taken up in this tab, as long as somebody works in it. */
function follow(): void {
  active = Date.now();
  if (timer) return;
  for (const what of ['keydown', 'pointerdown']) addEventListener(what, () => { active = Date.now(); }, { passive: true });
  timer = window.setInterval(() => {
    if (document.hidden || Date.now() - active > AT_WORK_FOR_MS) return;
    for (const item of held.values()) void takeUp(item).catch(() => held.delete(named(item)));
  }, RENEWED_EVERY_MS);
}

/** Take something up; throws `Problem` `claimed` where a colleague is at it. */
export async function takeUp(item: Item): Promise<void> {
  keep(item, await told(gateway.POST('/api/gateway/work/{service}/{kind}/{item_id}/claim', { params: at(item) })));
  held.set(named(item), item);
  follow();
}

/** Take something up before it is worked on. A colleague who is at it is told of, in a sentence; whatever else
 * goes wrong hinders nobody: the claim only tells. */
export async function takeUpOr(item: Item): Promise<string | null> {
  return takeUp(item).then(() => null, (error: unknown) => (error instanceof Problem && error.code === 'claimed' ? error.message : null));
}

/** Lay something down, or be done with it. */
export async function layDown(item: Item): Promise<void> {
  held.delete(named(item));
  await told(gateway.POST('/api/gateway/work/{service}/{kind}/{item_id}/release', { params: at(item) }));
  keep(item, null);
}

/** Give it to a colleague. */
export async function handOver(item: Item, to: string): Promise<void> {
  const claim = await told(gateway.POST('/api/gateway/work/{service}/{kind}/{item_id}/handover', { params: at(item), body: { to } }));
  held.delete(named(item));
  keep(item, claim);
}

/** Leave a note. */
export async function leaveNote(item: Item, text: string, key: string): Promise<void> {
  const note = await told(gateway.POST('/api/gateway/work/{service}/{kind}/{item_id}/notes', { params: { ...at(item), header: { 'Idempotency-Key': key } }, body: { text } }));
  notes.value = new Map(notes.value).set(named(item), [...notesOn(item), note]);
}

/** Who may take something up, oneself excepted. */
export async function colleaguesFor(kind: Kind): Promise<Colleague[]> {
  const { items } = await told(gateway.GET('/api/gateway/work/colleagues'));
  return items.filter((one) => one.staff_id !== myself() && mayHold(kind, one.role as Colleague['role']));
}
