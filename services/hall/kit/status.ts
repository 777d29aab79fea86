// What is said to everybody and to screen readers: success, and what moves by itself.

import { ref } from 'vue';

/** The last thing said. */
export const status = ref('');

/** Say it; the same words again are said again. */
export function say(text: string): void {
  status.value = '';
  requestAnimationFrame(() => { status.value = text; });
}
