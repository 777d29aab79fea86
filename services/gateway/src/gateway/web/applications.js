// 我的申请: the list, and one application with its live progress.

import { FormKey, fetchAs, get, postOnce } from "/api.js";
import { announce, busy, byId, make, paged, sentence, showFacts, showProblem } from "/page.js";
import { chineseDate, chineseTime, yuan } from "/numbers.js";
import { follow } from "/stream.js";

const BAD = ["rejected", "failed", "returned"];
const cancelKey = new FormKey();
let shown = null;
let following = null;

/** Show all applications, newest first. */
export async function showApplications() {
  const parts = { list: byId("applications"), more: byId("applications-more"), none: byId("applications-none") };
  await paged(parts, (cursor) => get(`/api/withdrawals/applications?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`), line);
}

function line(item) {
  return make("li", {}, make("a", { class: "card", href: `#/applications/${item.id}` },
    make("strong", {}, item.kind_text),
    make("span", { class: BAD.includes(item.state) ? "chip bad" : "chip" }, item.state_text),
    make("p", { class: "note" }, `${chineseDate(item.accepted_on)}受理　尾号 ${item.card_tail}`),
    make("span", {}, item.amount_fen === null ? "" : `${yuan(item.amount_fen)} 元`)));
}

/** Wire the buttons of one application. */
export function startApplications() {
  byId("application-cancel").addEventListener("click", () => {
    byId("cancel-problem").hidden = true;
    byId("cancel").showModal();
  });
  byId("cancel-back").addEventListener("click", () => byId("cancel").close());
  byId("cancel-send").addEventListener("click", cancel);
}

/** Show one application and follow it for as long as it is on the page. */
export async function showApplication(id) {
  leaveApplication();
  following = new AbortController();
  const { signal } = following;
  byId("timeline").replaceChildren();
  show(await get(`/api/withdrawals/applications/${id}`, signal));
  if (signal.aborted) return;
  followLive(id, signal);
}

/** Stop following. */
export function leaveApplication() {
  if (following) following.abort();
  following = null;
  byId("live").hidden = true;
}

function followLive(id, signal) {
  const seen = new Set();
  const open = (headers) => fetchAs("GET", `/api/withdrawals/applications/${id}/events`, { headers, signal });
  const onEvent = (event) => {
    const step = JSON.parse(event.data);
    if (seen.has(step.id)) return;
    seen.add(step.id);
    byId("timeline").append(timelineStep(step));
    byId("application-state").textContent = step.state_text;
    announce(`${step.state_text}：${step.text}`);
    refresh(id, signal);
  };
  const onOpen = (live) => {
    if (following && following.signal === signal) byId("live").hidden = !live;
  };
  follow(open, onEvent, onOpen, signal).then(() => refresh(id, signal)).catch((error) => {
    if (!signal.aborted) showProblem(error);
  });
}

let asked = null;

/** Read the facts again; steps that come close together ask once. */
function refresh(id, signal) {
  clearTimeout(asked);
  asked = setTimeout(async () => {
    try {
      if (!signal.aborted) show(await get(`/api/withdrawals/applications/${id}`, signal));
    } catch (error) {
      if (!signal.aborted) showProblem(error);
    }
  }, 150);
}

function timelineStep(step) {
  return make("li", {}, make("time", { datetime: step.at }, chineseTime(step.at)), make("strong", {}, step.state_text), make("p", {}, step.text));
}

function show(application) {
  shown = application;
  byId("application-title").textContent = `提取 · ${application.kind_text}`;
  byId("application-state").textContent = application.state_text;
  const money = (fen) => (fen === null ? null : `${yuan(fen)} 元`);
  showFacts(byId("application-facts"), [
    ["提取金额", money(application.amount_fen)],
    ["其中本金", application.interest_fen ? money(application.principal_fen) : null],
    ["其中利息", application.interest_fen ? money(application.interest_fen) : null],
    ["收款银行卡", `尾号 ${application.card_tail}`],
    ["个人账号", application.account_tail && `尾号 ${application.account_tail}`],
    ["受理日期", chineseDate(application.accepted_on)],
    ...deadlines(application),
    ["到账日期", application.paid_on && chineseDate(application.paid_on)],
    ["提示", note(application)],
  ]);
  showReason(application.reason);
  byId("application-cancel").hidden = !application.cancellable;
}

/** Money by a day is promised to whom it was approved for; to others on that condition. */
function deadlines(application) {
  if (application.final) return [];
  const day = (text) => `${chineseDate(text)}${application.deadline_provisional ? "（暂定，以节假日安排为准）" : ""}`;
  if (application.state === "approved") return [["最迟到账", day(application.pay_by)]];
  return [["审核期限", day(application.decide_by)], ["审核通过后最迟到账", day(application.pay_by)]];
}

function note(application) {
  if (application.final) return null;
  if (application.payment_unknown) return "银行尚未回复结果，正在核实，资金安全，无需重复申请。";
  return application.overdue ? "办理时间比平时长，工作人员正在处理。" : null;
}

/** A refusal is the service's own sentence, and from when it would be allowed. */
function showReason(reason) {
  byId("application-reason").hidden = !reason;
  if (!reason) return;
  byId("reason-text").textContent = reason.text;
  const again = reason.eligible_from && chineseDate(reason.eligible_from);
  byId("reason-date").textContent = again && !reason.text.includes(again) ? `最早可于${again}申请。` : "";
}

async function cancel() {
  const problem = byId("cancel-problem");
  problem.hidden = true;
  await busy(byId("cancel-send"), async () => {
    const key = cancelKey.for({ cancel: shown.id });
    await postOnce(`/api/withdrawals/applications/${shown.id}/cancel`, key);
    byId("cancel").close();
    show(await get(`/api/withdrawals/applications/${shown.id}`));
  }, (error) => {
    problem.textContent = sentence(error);
    problem.hidden = false;
  });
}
