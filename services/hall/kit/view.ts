// 长辈版: larger text and targets, one column. Remembered in this browser; it says nothing of anybody.

import { ref } from 'vue';

const KEPT = 'provident-fund-view';

/** Whether the elderly view is on. */
export const elder = ref(false);

/** Take up what was chosen before. */
export function followView(): void {
  show(localStorage.getItem(KEPT) === 'elder');
}

/** Larger for everybody, remembered nowhere. */
export function enlarge(): void {
  elder.value = true;
  document.documentElement.dataset['view'] = 'elder';
}

/** Choose. */
export function show(on: boolean): void {
  elder.value = on;
  if (on) localStorage.setItem(KEPT, 'elder');
  else localStorage.removeItem(KEPT);
  if (on) document.documentElement.dataset['view'] = 'elder';
  else delete document.documentElement.dataset['view'];
}
