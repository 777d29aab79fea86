// The terminal itself: what it logs in with, whether it is registered and heard. Its secret is the one thing that it keeps
// when the power goes; it says nothing of anybody.

import { reactive } from 'vue';
import { gatewayOpen, told } from '@/api/client';
import type { components } from '@/api/generated/gateway';
import { Problem } from '@/api/problem';
import { abandon, session } from '@/api/session';
import { parts } from './helper';

const KEPT = 'provident-fund-terminal';
const SECRET_BYTES = 32;
const FRESH_FOR_MS = 60_000;
const AGAIN_AFTER_MS = 5_000;

type Health = components['schemas']['Health'];
interface Credential { client_id: string; client_secret: string }

/** `new` it has no client id yet, `away` the centre cannot be reached, `refused` it was revoked or its id is wrong. */
export const terminal = reactive({
  state: 'starting' as 'starting' | 'new' | 'ready' | 'away' | 'refused', name: '', printer: 'none' as Health['printer'], reader: 'none' as Health['reader'],
});

let opened: { token: string; until: number } | null = null;
let timer = 0;

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What this terminal logs in with; its secret is made here, once, and leaves it only to log in. */
function credential(): Credential {
  const kept = localStorage.getItem(KEPT);
  if (kept) return JSON.parse(kept) as Credential;
  const made = { client_id: '', client_secret: hex(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))) };
  localStorage.setItem(KEPT, JSON.stringify(made));
  return made;
}

/** What two administrators register: the SHA-256 of the secret, in hex. */
export async function secretHash(): Promise<string> {
  const bytes = new TextEncoder().encode(credential().client_secret);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Keep under which id the centre knows this terminal, and try it. */
export async function named(clientId: string): Promise<void> {
  localStorage.setItem(KEPT, JSON.stringify({ ...credential(), client_id: clientId.trim() }));
  await beat();
}

/** Begin with a new secret: the old one is worth nothing any more. */
export function anew(): void {
  localStorage.removeItem(KEPT);
  opened = null;
  terminal.state = 'new';
}

async function logIn(): Promise<string> {
  const tokens = await told(gatewayOpen.POST('/api/gateway/sessions/device', { body: credential() }));
  opened = { token: tokens.access_token, until: Date.now() + tokens.expires_in * 1000 };
  return opened.token;
}

async function say(token: string): Promise<number> {
  const body = await parts();
  Object.assign(terminal, body);
  const heard = await told(gatewayOpen.POST('/api/gateway/devices/current/health', { body, headers: { Authorization: `Bearer ${token}` } }));
  terminal.name = heard.name;
  return heard.again_after_seconds * 1000;
}

/** Say how it is, as the terminal; a session of its own that has ended is opened anew, once. */
async function report(): Promise<number> {
  const fresh = opened && opened.until - Date.now() > FRESH_FOR_MS ? opened.token : await logIn();
  try {
    return await say(fresh);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    return await say(await logIn());
  }
}

/** Say how it is, now and again. Who is refused shows nobody anything any more. */
async function beat(): Promise<void> {
  clearTimeout(timer);
  let again = AGAIN_AFTER_MS;
  if (!credential().client_id) {
    terminal.state = 'new';
    return;
  }
  try {
    again = await report();
    terminal.state = 'ready';
  } catch (error) {
    const refused = error instanceof Problem && error.status === 401;
    terminal.state = refused ? 'refused' : 'away';
    if (refused) {
      // Somebody has to look at it: asking on and on would only count as failed logins.
      opened = null;
      if (session.value) await abandon();
      return;
    }
  }
  timer = window.setTimeout(() => void beat(), again);
}

/** A token that the centre has just taken: what somebody opens now is bound to this terminal. */
export async function token(): Promise<string> {
  await beat();
  if (terminal.state === 'ready' && opened) return opened.token;
  throw new Problem(0, { title: 'terminal-away', detail: '本机暂时不能使用，请换一台或到窗口办理。' });
}

/** Begin. A network that has come or gone is looked at once more. */
export function start(): void {
  addEventListener('online', () => void beat());
  addEventListener('offline', () => { terminal.state = terminal.state === 'ready' ? 'away' : terminal.state; });
  void beat();
}
