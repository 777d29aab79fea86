// Who is logged in: kept for the tab, shared with other tabs of the same hall, renewed by one of them for all, emptied
// everywhere by logging out. At a terminal it is kept in memory alone, and nobody comes back to it.

import { ref, shallowRef } from 'vue';
import type { components } from './generated/gateway';
import { Problem, offline, problemOf } from './problem';

export type Tokens = components['schemas']['Tokens'];
type Told = { kind: 'wanted' } | { kind: 'renewed'; tokens: Tokens } | { kind: 'out' };

const ANSWER_WITHIN_MS = 150;
const LEAVE_WITHIN_MS = 3_000;
const DEVICE = 'provident-fund-device';

/** Who is logged in in this tab. */
export const session = shallowRef<Tokens | null>(null);
/** The session has ended while somebody was at work: the page waits behind the login. */
export const ended = ref(false);

/** What happens where another tab's session comes while the login is shown already: the tab answered late. */
let taken: () => void = () => undefined;
let entry = { name: '', base: '/', leavesNothing: false };
let channel: BroadcastChannel | null = null;
let wiped: () => Promise<void> = async () => undefined;
let through: (() => Promise<string>) | null = null;
let renewing: Promise<void> | null = null;
let waiting: { person: string; go: () => void; give: (error: unknown) => void }[] = [];
const kept = () => `provident-fund-session-${entry.name}`;

/** Take up the session of this tab, or that of another tab of the same hall; a terminal begins with nobody. */
export async function startSession(name: string, base: string, leavesNothing = false): Promise<void> {
  entry = { name, base, leavesNothing };
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  if (leavesNothing) return;
  channel = new BroadcastChannel(kept());
  channel.onmessage = (event: MessageEvent<Told>) => hear(event.data);
  session.value = JSON.parse(sessionStorage.getItem(kept()) ?? 'null') as Tokens | null;
  if (!session.value) await askOtherTabs(channel);
}

/** Say what to do when another tab's session is taken up after the start. */
export function whenTaken(go: () => void): void {
  taken = go;
}

function askOtherTabs(channel: BroadcastChannel): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ANSWER_WITHIN_MS);
    const before = channel.onmessage;
    channel.onmessage = (event: MessageEvent<Told>) => {
      hear(event.data);
      if (!session.value) return;
      clearTimeout(timer);
      channel.onmessage = before;
      resolve();
    };
    tell({ kind: 'wanted' });
  });
}

function tell(what: Told): void {
  channel?.postMessage(what);
}

function hear(told: Told): void {
  if (told.kind === 'wanted' && session.value && !ended.value) tell({ kind: 'renewed', tokens: session.value });
  if (told.kind === 'renewed') {
    if (session.value && personOf(session.value) !== personOf(told.tokens)) leave();
    else {
      const late = !session.value;
      keep(told.tokens);
      if (late) taken();
    }
  }
  if (told.kind === 'out' && session.value) leave();
}

function keep(tokens: Tokens): void {
  session.value = tokens;
  if (!entry.leavesNothing) sessionStorage.setItem(kept(), JSON.stringify(tokens));
}

/** What an access token says of its owner; it is only read here, the services verify it. */
export function claimsOf(tokens: Tokens): Readonly<Record<string, unknown>> {
  const part = tokens.access_token.split('.')[1] ?? '';
  return JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/'))) as Record<string, unknown>;
}

/** Whose an access token is, and in what capacity. */
export function personOf(tokens: Tokens): string {
  return `${claimsOf(tokens)['sub']}/${tokens.role}/${tokens.employer_number ?? ''}`;
}

/** What this browser was given at its last login: it says nothing of anybody, and opens nothing. */
export function knownDevice(): string | null {
  return localStorage.getItem(DEVICE);
}

/** Somebody has logged in. The same person goes on where the session ended; anybody else finds nothing of it. */
export function loggedIn(tokens: Tokens): void {
  if (tokens.device) localStorage.setItem(DEVICE, tokens.device);
  const somebodyElse = session.value && personOf(session.value) !== personOf(tokens);
  keep(tokens);
  tell({ kind: 'renewed', tokens });
  if (somebodyElse) {
    location.replace(entry.base);
    return;
  }
  ended.value = false;
  const woken = waiting;
  waiting = [];
  for (const one of woken) one.go();
}

/** Log in through a terminal of ours: what is opened is bound to it. */
export function throughTerminal(token: () => Promise<string>): void {
  through = token;
}

/** What a login says of the terminal that it comes through; nothing where it is nobody's. */
export async function throughHeaders(): Promise<Record<string, string>> {
  return through ? { Authorization: `Bearer ${await through()}` } : {};
}

/** Do what empties a page whose document has to stay, because the network is away. */
export function whenWiped(empty: () => Promise<void>): void {
  wiped = empty;
}

/** Empty this tab, whatever is in it: memory goes with the document, and Back finds the login. */
function leave(): void {
  if (entry.leavesNothing) void abandon();
  else {
    forget();
    sessionStorage.removeItem(kept());
    location.replace(`${entry.base}login`);
  }
}

function forget(): void {
  session.value = null;
  ended.value = false;
  document.body.hidden = true;
}

/** Empty a terminal's page at once: with its document, if another one can be had. */
export async function abandon(): Promise<void> {
  forget();
  const there = await fetch(entry.base, { cache: 'no-store', signal: AbortSignal.timeout(LEAVE_WITHIN_MS) })
    .then((answer) => answer.ok, () => false);
  if (there) {
    location.replace(entry.base);
    return;
  }
  await wiped();
  document.body.hidden = false;
}

/** End the session at the gateway, here and in every other tab. */
export async function logOut(): Promise<void> {
  const headers = { Authorization: `Bearer ${session.value?.access_token ?? ''}` };
  if (entry.leavesNothing) document.body.hidden = true;
  const signal = AbortSignal.timeout(LEAVE_WITHIN_MS);
  await fetch('/api/gateway/sessions/current', { method: 'DELETE', headers, keepalive: true, signal }).catch(() => null);
  tell({ kind: 'out' });
  leave();
}

/** Wait until the same person has logged in again; at a terminal nobody waits. */
function comeBack(): Promise<void> {
  if (entry.leavesNothing && session.value) leave();
  if (!session.value) return Promise.reject(new Problem(401, { title: 'login-required', detail: '请先登录。' }));
  ended.value = true;
  const person = personOf(session.value);
  return new Promise((go, give) => waiting.push({ person, go, give }));
}

/** Renew once for all tabs, however many calls ask for it at the same time. */
function renew(used: string): Promise<void> {
  renewing ??= oneTabAtATime(async () => {
    const now = session.value;
    if (!now || now.access_token !== used) return;
    const answer = await fetch('/api/gateway/tokens', {
      method: 'POST', cache: 'no-store', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ refresh_token: now.refresh_token }),
    }).catch(() => { throw offline(); });
    if (!answer.ok) throw await problemOf(answer);
    const tokens = { ...((await answer.json()) as Tokens), device: null };
    keep(tokens);
    tell({ kind: 'renewed', tokens });
  }).finally(() => { renewing = null; });
  return renewing;
}

async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(`${kept()}-renewal`, work);
  else await work();
}

/** What says that the session is over; a wrong code is answered 401 too, and must not be sent again. */
const OF_THE_SESSION = new Set(['login-required', 'login-expired', 'session-ended']);

/** Send as whoever is logged in. An expired token is renewed, an ended session waits for the next login; then again. */
export async function sendAs(request: Request): Promise<Response> {
  for (;;) {
    const used = session.value?.access_token;
    if (!used) throw new Problem(401, { title: 'login-required', detail: '请先登录。' });
    if (ended.value) {
      await comeBack();
      request.headers.delete('Confirmation');
      continue;
    }
    const trial = request.clone();
    trial.headers.set('Authorization', `Bearer ${used}`);
    const answer = await fetch(trial).catch((error: unknown) => { throw request.signal.aborted ? error : offline(); });
    if (answer.status !== 401 || !OF_THE_SESSION.has((await problemOf(answer)).code)) return answer;
    try {
      await renew(used);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      await comeBack();
      // A confirmation belongs to its session.
      request.headers.delete('Confirmation');
    }
  }
}
