// What is filled in of a page and not submitted yet: kept at the service for the employer's operators (草稿), not for staff at the counter. It outlives the
// session, and what another operator changes meanwhile is seen, never written over.

import { onBeforeUnmount, ref, shallowRef } from 'vue';
import { accounts, told } from '@/api/client';
import type { Schema } from './own';
import { Problem } from '@/api/problem';
import { say } from '@/kit/status';
import { newKey } from '@/lib/keys';
import { acting } from './acting';
import { own } from './own';
import { may } from './rights';

const SAVE_AFTER_MS = 1_200, LOOK_EVERY_MS = 3_000, CHARACTERS_MAX = 40_000;
type Kept = Schema['PageDraft'];

/**
 * The draft of a page. `content` gives what is filled in, null where nothing is; `take` shows what was kept.
 * Call `begin` when the page can be filled in, `touch` after each change, `end` when it was submitted.
 */
export function useDraft<T>(page: string, content: () => T | null, take: (kept: T) => void) {
  /** The last change that is kept, to be told; another operator's that this page has not taken up. */
  const kept = shallowRef<Kept>(), theirs = shallowRef<Kept>(), tooLarge = ref(false);
  let version = 0, dirty = false, sending = false, begun = false, timer = 0, looking = 0;
  const params = { path: { ...own().path, page } };

  function show(now: Kept): void {
    version = now.version;
    kept.value = now;
    theirs.value = undefined;
    dirty = false;
    if (now.content !== null) take(JSON.parse(now.content) as T);
  }
  async function look(): Promise<void> {
    const now = await told(accounts.GET('/api/accounts/employers/{employer_number}/drafts/{page}', { params })).catch(() => null);
    if (!now || now.version <= version || sending) return;
    if (now.content === null && content() === null) version = now.version;
    else if (dirty || now.content === null) theirs.value = now;
    else {
      show(now);
      say(`${now.saved_by}修改了这份草稿，已读入`);
    }
  }
  async function send(text: string | null): Promise<void> {
    if (sending) return;
    sending = true;
    dirty = false;
    try {
      const now = await told(accounts.POST('/api/accounts/employers/{employer_number}/drafts/{page}', {
        params: { ...params, header: { 'Idempotency-Key': newKey() } }, body: { version, content: text },
      }));
      version = now.version;
      kept.value = now;
    } catch (error) {
      dirty = text !== null;
      if (error instanceof Problem && error.code === 'draft-changed') theirs.value = await told(accounts.GET('/api/accounts/employers/{employer_number}/drafts/{page}', { params })).catch(() => undefined);
    } finally {
      sending = false;
    }
  }
  async function save(): Promise<void> {
    const now = content(), text = now === null ? null : JSON.stringify(now);
    tooLarge.value = (text?.length ?? 0) > CHARACTERS_MAX;
    if (tooLarge.value || theirs.value || (text === null && !kept.value?.content)) return;
    await send(text);
  }
  /** Show what was kept, if anything was, and see from now on what others change. */
  async function begin(): Promise<void> {
    if (begun || acting.value || !may('draft')) return;
    begun = true;
    const now = await told(accounts.GET('/api/accounts/employers/{employer_number}/drafts/{page}', { params })).catch(() => null);
    if (now) {
      version = now.version;
      if (now.content !== null && !dirty) {
        show(now);
        say('已读入未提交的草稿');
      }
    }
    looking = window.setInterval(() => { if (document.visibilityState === 'visible') void look(); }, LOOK_EVERY_MS);
  }
  /** Something was filled in: it is kept a moment later. */
  function touch(): void {
    dirty = true;
    clearTimeout(timer);
    if (begun) timer = window.setTimeout(() => void save(), SAVE_AFTER_MS);
  }
  /** Take up what another operator has kept, in the stead of what is filled in here. */
  function takeTheirs(): void {
    const now = theirs.value;
    if (now) show(now);
  }
  /** It was submitted: nothing is kept of it. */
  async function end(): Promise<void> {
    clearTimeout(timer);
    if (kept.value?.content) await send(null);
    kept.value = undefined;
  }
  onBeforeUnmount(() => {
    clearInterval(looking);
    clearTimeout(timer);
    if (dirty && begun && !theirs.value) void save();
  });
  return { kept, theirs, tooLarge, begin, touch, takeTheirs, end };
}
