// In which office (管理部) a piece of work lies: where it was given, else where whoever is at it works, else where its proposer does.
// The list is narrowed to an office by that; what somebody may do does not depend on it.

import { computed, ref } from 'vue';
import { gateway, told } from '@/api/client';
import type { components } from '@/api/generated/gateway';
import { myself } from './proposals';
import { claimOn, desk, named, readDesk, type Item } from './work';

export type Office = components['schemas']['OfficeShown'];

const given = computed(() => new Map((desk.value?.given ?? []).map((one) => [named({ ...one, id: one.item_id }), one.office_id])));
const posts = computed(() => new Map((desk.value?.posts ?? []).map((one) => [one.staff_id, one.office_id])));
/** Those that are open. */
export const offices = computed(() => desk.value?.offices ?? []);
/** Whose work is shown: `all`, `none` for what lies in no office, or an office's id. */
export const chosen = ref('all');

/** In which office something lies; null where in none. */
export function officeOf(item: Item): string | null {
  return given.value.get(named(item)) ?? posts.value.get(claimOn(item)?.held_by ?? '') ?? posts.value.get(item.by ?? '') ?? null;
}
/** Where whoever is logged in works; null where that is not said. */
export const ownOffice = computed(() => posts.value.get(String(myself())) ?? null);
export function nameOfOffice(id: string | null): string | null {
  return offices.value.find((one) => one.id === id)?.name ?? null;
}
/** Whether something is on the narrowed list. */
export function isShown(item: Item): boolean {
  return chosen.value === 'all' || (officeOf(item) ?? 'none') === chosen.value;
}

/** Give a piece of work to an office. */
export async function giveTo(item: Item, office_id: string): Promise<void> {
  await told(gateway.POST('/api/gateway/work/{service}/{kind}/{item_id}/office', { params: { path: { service: item.service, kind: item.kind, item_id: item.id } }, body: { office_id } }));
  await readDesk();
}
