// Nobody touches the screen any more: a countdown that a touch stops, then everything of whoever stood here is wiped.

import { onBeforeUnmount, ref } from 'vue';
import { abandon, logOut, session } from '@/api/session';

const UNTOUCHED_MS = 60_000;
const COUNTDOWN_SECONDS = 15;
const LOOK_MS = 500;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/** Seconds left while it counts, else null; nothing counts before anybody has touched the screen. */
export function useUntouched() {
  const left = ref<number | null>(null);
  let touchedAt: number | null = null;
  let leaving = false;

  function touched(): void {
    if (left.value === null) touchedAt = Date.now();
  }
  function stay(): void {
    left.value = null;
    touchedAt = Date.now();
  }
  function out(): void {
    if (leaving) return;
    leaving = true;
    touchedAt = left.value = null;
    void (session.value ? logOut() : abandon()).finally(() => { leaving = false; });
  }
  function look(): void {
    if (touchedAt === null) return;
    const over = Date.now() - touchedAt - UNTOUCHED_MS;
    if (over >= COUNTDOWN_SECONDS * 1000) out();
    else left.value = over < 0 ? null : COUNTDOWN_SECONDS - Math.floor(over / 1000);
  }

  for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
  const timer = window.setInterval(look, LOOK_MS);
  onBeforeUnmount(() => {
    clearInterval(timer);
    for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true });
  });
  return { left, stay, out };
}
