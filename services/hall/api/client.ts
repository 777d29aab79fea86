// Clients of the services, typed by their OpenAPI descriptions: a page that disagrees with an API does not compile.

import createClient from 'openapi-fetch';
import type { paths as Accounts } from './generated/accounts';
import type { paths as Credit } from './generated/credit';
import type { paths as Documents } from './generated/documents';
import type { paths as Gateway } from './generated/gateway';
import type { paths as Hotline } from './generated/hotline';
import type { paths as Loans } from './generated/loans';
import type { paths as Notifications } from './generated/notifications';
import type { paths as Portal } from './generated/portal';
import type { paths as Settlement } from './generated/settlement';
import type { paths as Transfers } from './generated/transfers';
import type { paths as Wechat } from './generated/wechat';
import type { paths as Withdrawals } from './generated/withdrawals';
import { Problem, offline, problemOf } from './problem';
import { sendAs } from './session';

/** `person`: whose phone gets the code, where staff do it for somebody. */
type Confirm = (path: string, body: unknown, person: string | null) => Promise<string>;
let confirm: Confirm | null = null;

/** Be asked for a fresh code when a service wants one; the shell does this for every page. */
export function whenConfirmationIsNeeded(ask: Confirm): void {
  confirm = ask;
}

async function open(request: Request): Promise<Response> {
  return fetch(request).catch(() => { throw offline(); });
}

async function asMyself(request: Request): Promise<Response> {
  const text = request.method === 'POST' ? await request.clone().text() : '';
  for (;;) {
    const answer = await sendAs(request);
    if (answer.ok || !confirm || request.method !== 'POST') return answer;
    const problem = await problemOf(answer), person = problem.body['person_id'];
    if (problem.code !== 'confirmation-needed') return answer;
    request.headers.set('Confirmation', await confirm(new URL(request.url).pathname, text ? JSON.parse(text) : null, typeof person === 'string' ? person : null));
  }
}

const options = { baseUrl: location.origin, cache: 'no-store', credentials: 'omit' } as const;
const mine = { ...options, fetch: asMyself };

/** Logging in, and what anybody may ask. */
export const gatewayOpen = /* @__PURE__ */ createClient<Gateway>({ ...options, fetch: open });
export const accountsOpen = /* @__PURE__ */ createClient<Accounts>({ ...options, fetch: open });
export const withdrawalsOpen = /* @__PURE__ */ createClient<Withdrawals>({ ...options, fetch: open });
export const documentsOpen = /* @__PURE__ */ createClient<Documents>({ ...options, fetch: open });
export const wechatOpen = /* @__PURE__ */ createClient<Wechat>({ ...options, fetch: open });
/** As whoever is logged in. */
export const gateway = /* @__PURE__ */ createClient<Gateway>(mine);
export const accounts = /* @__PURE__ */ createClient<Accounts>(mine);
export const withdrawals = /* @__PURE__ */ createClient<Withdrawals>(mine);
export const loans = /* @__PURE__ */ createClient<Loans>(mine);
export const settlement = /* @__PURE__ */ createClient<Settlement>(mine);
export const notifications = /* @__PURE__ */ createClient<Notifications>(mine);
export const documents = /* @__PURE__ */ createClient<Documents>(mine);
export const credit = /* @__PURE__ */ createClient<Credit>(mine);
export const portal = /* @__PURE__ */ createClient<Portal>(mine);
export const transfers = /* @__PURE__ */ createClient<Transfers>(mine);
export const hotline = /* @__PURE__ */ createClient<Hotline>(mine);
export const wechat = /* @__PURE__ */ createClient<Wechat>(mine);

/** What a service answered; throws `Problem` where it said no. */
export async function told<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw new Problem(response.status, typeof error === 'object' && error ? (error as Record<string, unknown>) : {});
  }
  return data as T;
}

/** What a service answered, or null where there is nothing of the kind. */
export async function toldIfAny<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T | null> {
  try {
    return await told(call);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}
