// What was done, said in a box at the top of a page, which then takes the focus.

import { nextTick, ref, type Ref, type VNodeRef } from 'vue';

/** `done` is shown in the element `:ref="box"`; `after` says it, and takes the focus there once what it changed was read again. */
export interface Notice { done: Ref<string>; box: VNodeRef; after: (text: string) => Promise<void> }

export function useNotice(readAgain: () => unknown = () => undefined): Notice {
  const done = ref('');
  let shown: HTMLElement | null = null;
  async function after(text: string): Promise<void> {
    done.value = text;
    await readAgain();
    await nextTick();
    shown?.focus();
  }
  return { done, box: (element) => { shown = element as HTMLElement | null; }, after };
}
