// Lists that come page by page.

import { ref, shallowRef } from 'vue';

interface Page<T> { items: readonly T[]; next_cursor: string | null }
const MOST_PAGES = 200;

/** A list that grows: `more` brings the next page, `load` begins anew. */
export function usePages<T>(read: (cursor: string | null) => Promise<Page<T>>) {
  const items = shallowRef<readonly T[]>([]);
  const next = ref<string | null>(null);
  const ready = ref(false), busy = ref(false);
  const problem = shallowRef<unknown>(null);
  let turn = 0;

  async function page(cursor: string | null): Promise<void> {
    const mine = ++turn;
    busy.value = true;
    problem.value = null;
    try {
      const got = await read(cursor);
      if (mine !== turn) return;
      items.value = cursor === null ? got.items : [...items.value, ...got.items];
      next.value = got.next_cursor;
      ready.value = true;
    } catch (error) {
      if (mine === turn) problem.value = error;
    } finally {
      if (mine === turn) busy.value = false;
    }
  }
  const load = () => page(null);
  async function more(): Promise<void> {
    if (next.value && !busy.value) await page(next.value);
  }
  void load();
  return { items, next, ready, busy, problem, load, more };
}

/** Every item of a list, for a file; ends at a bound of pages. */
export async function all<T>(read: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const got: Page<T> = await read(cursor);
    found.push(...got.items);
    cursor = got.next_cursor;
    if (cursor === null) return found;
  }
  return found;
}
