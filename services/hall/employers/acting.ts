// Staff act in an employer's stead at the counter (代单位办理): for whom, and why, is said once in this tab. What is sent carries
// the reason; where an operator would have done something, it is proposed, and another person of the centre decides.

import { shallowRef } from 'vue';
import { accounts, gateway } from '@/api/client';
import { Problem } from '@/api/problem';

export interface Acting { number: string; name: string; reason: string; evidence: string[] }
const KEPT = 'provident-fund-acting';
const ON_BEHALF = /\/(accounts|changes|base-round|ratio|confirmation|cancellation)$/;
type Body = Partial<Pick<Acting, 'reason' | 'evidence'>>;

/** For whom staff act in this tab; nobody where an operator works for the own employer. */
export const acting = shallowRef<Acting | null>(null);

/** What two people of the centre take back in an employer's stead, where the employer itself would at once: their reason is put in. */
export const ITS_REASON = { reason: '', evidence: [] as string[] };

/** Act for an employer from now on, or for nobody. */
export function actFor(one: Acting | null): void {
  acting.value = one;
  if (one) sessionStorage.setItem(KEPT, JSON.stringify(one));
  else sessionStorage.removeItem(KEPT);
}

async function withReason(request: Request, now: Acting): Promise<Request> {
  request.headers.set('Look-Reason', encodeURIComponent(now.reason));
  if (request.method !== 'POST' || !ON_BEHALF.test(new URL(request.url).pathname)) return request;
  const body = JSON.parse((await request.clone().text()) || '{}') as Body;
  const evidence = body.evidence?.length ? body.evidence : now.evidence;
  request.headers.set('Content-Type', 'application/json');
  return new Request(request, { body: JSON.stringify({ ...body, reason: body.reason || now.reason, evidence }) });
}

/** Take up for whom this tab acts; `proposed` tells what another person has to decide now. */
export function actAtTheCounter(proposed: (summary: string) => unknown): void {
  acting.value = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Acting | null;
  const way = {
    onRequest: ({ request }: { request: Request }) => (acting.value ? withReason(request, acting.value) : undefined),
    onResponse: async ({ response }: { response: Response }) => {
      if (response.status !== 202) return undefined;
      const { proposal_id, summary } = await response.clone().json() as { proposal_id?: string; summary?: string };
      if (!proposal_id) return undefined;
      await proposed(summary ?? '');
      throw new Problem(response.status, { title: 'proposed', detail: '已提交，另一人复核后生效。' });
    },
  };
  accounts.use(way);
  gateway.use(way);
}
