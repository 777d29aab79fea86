// 测算: asks what would be decided of each type, and waits for the answer that other services and registers make.

import { told, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/withdrawals';
import { newKey } from '@/lib/keys';
import { Problem } from '@/api/problem';

export type Estimate = components['schemas']['EstimateAnswer'];
export type TypeEstimate = components['schemas']['TypeEstimate'];
const AGAIN_MS = 400, TRIES = 75;

/** Estimate; `waits` is told what is still waited for. */
export async function estimate(waits: (what: string[]) => void): Promise<Estimate> {
  const asked = await told(withdrawals.POST('/api/withdrawals/estimates', { params: { header: { 'Idempotency-Key': newKey() } } }));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const shown = await told(withdrawals.GET('/api/withdrawals/estimates/{estimate_id}', { params: { path: { estimate_id: asked.id } } }));
    if (shown.answer) return shown.answer;
    waits(shown.waits_for);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  throw new Problem(503, { title: 'try-again', detail: '测算没有及时得到全部信息，请稍后重试；也可以直接申请，条件由系统核对。' });
}
