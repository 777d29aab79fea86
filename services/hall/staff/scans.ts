// Scans (扫描件) of what is proposed at the counter: attached by the maker, seen by who decides, kept with the case.

import { accounts, gateway, loans, told, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { sentence } from '@/api/problem';
import { PAPER_ACCEPT, paperProblem } from '@/lib/papers';
import { save } from '@/kit/files';
import { looking } from './grounds';

export type Scan = components['schemas']['ScanShown'];
/** A file that was chosen, and what it is called. */
export interface Chosen { name: string; file: File }
interface ScanDesk {
  attach(id: string, one: Chosen, key: string): Promise<Scan>;
  fetch(id: string, paper_id: string): Promise<unknown>;
}

export const SCAN_ACCEPT = PAPER_ACCEPT;
const REASON = '复核柜台业务';
const sent = (proposal_id: string, { name, file }: Chosen, key: string) => ({
  params: { path: { proposal_id }, query: { name }, header: { 'Idempotency-Key': key } },
  headers: { 'Content-Type': file.type }, body: file as unknown as string, bodySerializer: (body: unknown) => body as BodyInit,
});
const asked = (proposal_id: string, paper_id: string) => ({ params: { path: { proposal_id, paper_id }, header: looking(REASON) }, parseAs: 'blob' as const });

/** The services in which something is done at the counter. */
export const SCAN_DESKS = {
  accounts: {
    attach: (id, one, key) => told(accounts.POST('/api/accounts/proposals/{proposal_id}/papers/uploads', sent(id, one, key))),
    fetch: (id, paper_id) => told(accounts.GET('/api/accounts/proposals/{proposal_id}/papers/{paper_id}', asked(id, paper_id))),
  },
  withdrawals: {
    attach: (id, one, key) => told(withdrawals.POST('/api/withdrawals/proposals/{proposal_id}/papers/uploads', sent(id, one, key))),
    fetch: (id, paper_id) => told(withdrawals.GET('/api/withdrawals/proposals/{proposal_id}/papers/{paper_id}', asked(id, paper_id))),
  },
  loans: {
    attach: (id, one, key) => told(loans.POST('/api/loans/proposals/{proposal_id}/papers/uploads', sent(id, one, key))),
    fetch: (id, paper_id) => told(loans.GET('/api/loans/proposals/{proposal_id}/papers/{paper_id}', asked(id, paper_id))),
  },
  gateway: {
    attach: (id, one, key) => told(gateway.POST('/api/gateway/proposals/{proposal_id}/papers/uploads', sent(id, one, key))),
    fetch: (id, paper_id) => told(gateway.GET('/api/gateway/proposals/{proposal_id}/papers/{paper_id}', asked(id, paper_id))),
  },
} satisfies Record<string, ScanDesk>;
export type ScanDeskName = keyof typeof SCAN_DESKS;

/** Where scans of a desk's proposals lie, where they do. */
export const scanDesk = (desk: string): ScanDesk | null => (desk in SCAN_DESKS ? SCAN_DESKS[desk as ScanDeskName] : null);

/** Attach every one; says which did not come, and why: they are attached again at 待复核. */
export async function attachAll(desk: ScanDeskName, proposal_id: string, chosen: readonly Chosen[]): Promise<string> {
  const lost: string[] = [];
  for (const one of chosen) {
    await SCAN_DESKS[desk].attach(proposal_id, one, crypto.randomUUID()).catch((error: unknown) => lost.push(`扫描件“${one.name}”没有附上（${sentence(error).replace(/。$/, '')}）`));
  }
  return lost.length ? `${lost.join('；')}，请到待复核重新附上。` : '';
}

/** Give a scan to whoever decides. */
export async function download(desk: ScanDeskName, proposal_id: string, scan: Scan): Promise<void> {
  save(`${scan.name}.pdf`, await SCAN_DESKS[desk].fetch(proposal_id, scan.paper_id) as Blob);
}

/** What is wrong with what was chosen, by the ids of the fields on the page. */
export function scanProblems(id: string, chosen: readonly Chosen[], needed: boolean): { id: string; text: string }[] {
  if (needed && !chosen.length) return [{ id: `${id}-scan`, text: '此项业务须附证明材料的扫描件' }];
  return chosen.flatMap((one, at) => {
    const wrong = paperProblem(one.file);
    return [...(one.name.trim() ? [] : [{ id: `${id}-scan-${at}`, text: '请填写材料名称' }]), ...(wrong ? [{ id: `${id}-scan`, text: `${one.file.name}：${wrong}` }] : [])];
  });
}
