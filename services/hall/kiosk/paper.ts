// What somebody is printing at this terminal: one at a time, gone with whoever wanted it.

import { shallowRef } from 'vue';
import { sentence } from '@/api/problem';
import { print, type Outcome } from './helper';

/** A paper, and how its print stands; it counts as printed only where the helper says so. */
export interface Paper { name: string; state: 'printing' | Outcome | 'refused'; told?: string }

/** What the dialog shows; null where nothing is being printed. */
export const paper = shallowRef<Paper | null>(null);
let wanted: { key: string; name: string; pdf: Blob } | null = null;
let leash: AbortController | null = null;

/** Print a PDF, once however often it is asked for. */
export function toPaper(name: string, pdf: Blob): void {
  if (paper.value?.state === 'printing') return;
  wanted = { key: crypto.randomUUID(), name, pdf };
  void go();
}

/** Try the same paper again: under the same key it never comes out twice. */
export async function go(): Promise<void> {
  if (!wanted || paper.value?.state === 'printing') return;
  const mine = wanted, own = new AbortController();
  leash = own;
  paper.value = { name: mine.name, state: 'printing' };
  const told = await print(mine.key, mine.pdf, own.signal)
    .then((state): Paper => ({ name: mine.name, state }), (error: unknown): Paper => ({ name: mine.name, state: 'refused', told: sentence(error) }));
  if (wanted === mine && leash === own) paper.value = told;
}

/** Let go of it: what has not come out is taken back, and nothing of it stays. */
export function letGo(): void {
  leash?.abort();
  leash = wanted = paper.value = null;
}
