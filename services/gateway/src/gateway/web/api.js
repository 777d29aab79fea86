// Talking to the services: the session, its renewal, problems as sentences, keys for what must happen once.

const KEPT = "provident-fund-session";
const DEVICE = "provident-fund-device";

/** What a service says no with; `message` is its Chinese sentence. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || "系统繁忙，请稍后重试。");
    this.status = status;
    this.code = body.title || "error";
    this.body = body;
    this.retryAfterSeconds = body.retry_after_seconds || 0;
  }
}

let session = JSON.parse(sessionStorage.getItem(KEPT) || "null");
let renewing = null;
let onEnded = () => {};
let confirm = null;

/** Who is logged in in this tab, or null. */
export function currentSession() {
  return session;
}

/** Be told when the session has ended, and which one it was. */
export function whenSessionEnds(callback) {
  onEnded = callback;
}

function keep(tokens) {
  session = tokens;
  if (tokens) sessionStorage.setItem(KEPT, JSON.stringify(tokens));
  else sessionStorage.removeItem(KEPT);
}

async function send(method, path, { body, headers = {}, signal } = {}) {
  const sent = { ...headers };
  if (body !== undefined) sent["Content-Type"] = "application/json";
  try {
    return await fetch(path, {
      method, headers: sent, signal, cache: "no-store", credentials: "omit",
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal && signal.aborted) throw error;
    throw new Problem(0, { title: "offline", detail: "网络连接中断，请检查网络后重试；重复提交不会重复办理。" });
  }
}

async function checked(answer) {
  if (answer.ok) return answer;
  const body = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, body);
}

/** Call without being logged in. */
export async function callOpen(method, path, body) {
  return (await checked(await send(method, path, { body }))).json();
}

/** What this browser was given at its last login: it says nothing of anybody, and opens nothing. */
export function knownDevice() {
  return localStorage.getItem(DEVICE);
}

/** Log in with a challenge and its code. */
export async function logIn(challengeId, code) {
  const body = { challenge_id: challengeId, code, channel: "web", device: knownDevice() };
  const tokens = await callOpen("POST", "/api/gateway/sessions", body);
  if (tokens.device) localStorage.setItem(DEVICE, tokens.device);
  keep(tokens);
  return tokens;
}

/** Renew once, however many calls ask for it at the same time. */
function renew() {
  renewing ||= (async () => {
    try {
      keep(await callOpen("POST", "/api/gateway/tokens", { refresh_token: session.refresh_token }));
    } finally {
      renewing = null;
    }
  })();
  return renewing;
}

/** Call as whoever is logged in; an expired token is renewed and the same call sent again. */
export async function fetchAs(method, path, options = {}) {
  if (!session) throw new Problem(401, { title: "login-required", detail: "请先登录。" });
  const once = async () => {
    const headers = { ...options.headers, Authorization: `Bearer ${session.access_token}` };
    return send(method, path, { ...options, headers });
  };
  let answer = await once();
  if (answer.status === 401) {
    try {
      await renew();
    } catch (error) {
      if (error.status === 401) ended();
      throw error;
    }
    answer = await once();
    if (answer.status === 401) ended();
  }
  return checked(answer);
}

function ended() {
  if (!session) return;
  const was = session;
  keep(null);
  onEnded(was);
}

/** Read something of one's own. */
export async function get(path, signal) {
  return (await fetchAs("GET", path, { signal })).json();
}

/** Be asked for a fresh code when a service wants one: gets path and body, gives what it is confirmed by. */
export function whenConfirmationIsNeeded(callback) {
  confirm = callback;
}

/** Do something that must not happen twice: the key stays the same for every try. */
export async function postOnce(path, key, body) {
  const once = async (more) =>
    (await fetchAs("POST", path, { body, headers: { "Idempotency-Key": key, ...more } })).json();
  try {
    return await once({});
  } catch (error) {
    if (error.code !== "confirmation-needed" || !confirm) throw error;
    return once({ Confirmation: await confirm(path, body) });
  }
}

/** End the session here and at the gateway. */
export async function logOut() {
  try {
    await fetchAs("DELETE", "/api/gateway/sessions/current");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  } finally {
    keep(null);
  }
}

/** A random key; randomUUID exists on secure origins only. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Keeps the key of one form: the same content is the same deed, until it was answered for good. */
export class FormKey {
  constructor(make = newKey) {
    this.make = make;
    this.content = null;
    this.key = null;
  }

  /** The key for this content. */
  for(body) {
    const content = JSON.stringify(body);
    if (content !== this.content) {
      this.content = content;
      this.key = this.make();
    }
    return this.key;
  }

  /** Note an answer: after one that settles the matter, the next deed gets a new key. */
  answered(status) {
    const unsettled = status === 0 || status === 401 || status === 409 || status === 429 || status >= 500;
    if (!unsettled) this.content = null;
  }
}
