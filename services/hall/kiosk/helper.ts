// The helper beside the browser: reads a card, prints, says how its parts are. Only its own address may be asked (the edge's policy).

import type { components } from '@/api/generated/gateway';
import { Problem, problemOf } from '@/api/problem';

type Health = components['schemas']['Health'];
export type Outcome = 'printed' | 'out_of_paper' | 'jammed' | 'away' | 'none';
export interface Card { name: string; id_number: string }

const PARTS_WITHIN_MS = 8_000;
const NONE: Health = { printer: 'none', reader: 'none' };
const AWAY: Health = { printer: 'away', reader: 'away' };

let address: string | null = null;

/** Where the helper listens, as the edge says it; empty where this hall's terminals have none. Throws where the edge is away. */
async function place(): Promise<string> {
  if (address === null) {
    const answer = await fetch('/hall/kiosk/helper', { cache: 'no-store', signal: AbortSignal.timeout(PARTS_WITHIN_MS) });
    if (!answer.ok) throw await problemOf(answer);
    address = (await answer.text()).trim();
  }
  return address;
}

/** How printer and reader are; both are away where the helper does not answer. */
export async function parts(): Promise<Health> {
  const at = await place();
  if (!at) return NONE;
  const answer = await fetch(`${at}/parts`, { cache: 'no-store', signal: AbortSignal.timeout(PARTS_WITHIN_MS) }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Health) : AWAY;
}

/** Wait for a card on the reader; throws `Problem` where none came, or it cannot be read. */
export async function readCard(signal: AbortSignal): Promise<Card> {
  const answer = await fetch(`${await place()}/cards`, { method: 'POST', cache: 'no-store', signal })
    .catch(() => { throw new Problem(0, { title: 'reader-away', detail: '读卡器没有应答，请用键盘输入身份证号码。' }); });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as Card;
}

/** Print; the same key prints once. Letting go of `signal` takes back what has not come out. */
export async function print(key: string, pdf: Blob, signal: AbortSignal): Promise<Outcome> {
  const answer = await fetch(`${await place()}/prints`, {
    method: 'POST', cache: 'no-store', signal, body: pdf, headers: { 'Content-Type': 'application/pdf', 'Idempotency-Key': key },
  }).catch(() => null);
  if (!answer) return 'away';
  if (!answer.ok) throw await problemOf(answer);
  return ((await answer.json()) as { outcome: Outcome }).outcome;
}
