// 我的贷款: what is owed, early repayment, paying what is due, the offset agreement; each sent once.

import { FormKey, get, postOnce } from "/api.js";
import { busy, byId, hint, make, sentence, showFacts } from "/page.js";
import { chineseDate, fenFromYuan, yuan } from "/numbers.js";

const LOOK_AGAIN_MS = 2000;
const keys = { early: new FormKey(), owed: new FormKey(), sign: new FormKey(), end: new FormKey() };
const WAYS = { monthly: "按月冲还贷", yearly: "按年冲还贷" };
const SHORT = { account_first: "先用账户余额，不足部分从银行卡扣款", all_or_nothing: "账户余额不足时全部从银行卡扣款" };
const EFFECTS = { shorten: "缩短贷款年限", reduce: "减少月还款额" };
const PURPOSES = { instalment: "按期还款", arrears: "归还逾期", early_repayment: "部分提前还款", payoff: "全部结清" };

let loan = null;
let wish = null;
let terms = null;
let looking = 0;

const label = (one) => `${one.contract_number}（${one.state_text}）`;
const path = (rest) => `/api/loans/contracts/${encodeURIComponent(loan.contract_number)}/${rest}`;

/** Send something once; problems go to a place of the dialog's own. */
function send(button, problem, key, address, body, done) {
  problem.hidden = true;
  return busy(button, async () => {
    try {
      const made = await postOnce(address, key.for({ address, body }), body);
      key.answered(202);
      await done(made);
    } catch (error) {
      key.answered(error.status || 0);
      throw error;
    }
  }, (error) => {
    problem.textContent = sentence(error);
    problem.hidden = false;
  });
}

/** Wire the page. */
export function startLoan() {
  byId("loan-choice").addEventListener("change", () => choose(byId("loan-choice").value));
  byId("early-form").addEventListener("change", () => {
    byId("early-amount-field").hidden = kind() !== "partial";
  });
  byId("early-form").addEventListener("submit", (event) => {
    event.preventDefault();
    quote();
  });
  byId("quote-back").addEventListener("click", () => byId("quote").close());
  byId("quote-send").addEventListener("click", () => {
    send(byId("quote-send"), byId("quote-problem"), keys.early, path("early-repayments"), wish, asked);
  });
  byId("owed-send").addEventListener("click", () => {
    send(byId("owed-send"), byId("owed-problem"), keys.owed, path("owed-payments"), undefined, asked);
  });
  byId("sign-open").addEventListener("click", () => busy(byId("sign-open"), openTerms));
  byId("sign-back").addEventListener("click", () => byId("sign").close());
  byId("sign-form").addEventListener("submit", (event) => {
    event.preventDefault();
    sign();
  });
  byId("end-send").addEventListener("click", () => {
    send(byId("end-send"), byId("end-problem"), keys.end, path("my-agreement/end"), undefined, refresh);
  });
}

/** Stop following a debit when another view is opened. */
export function leaveLoan() {
  looking += 1;
}

/** Show one's own loans, the first open one in full. */
export async function showLoan() {
  const { contracts } = await get("/api/loans/contracts");
  byId("loan-none").hidden = contracts.length > 0;
  byId("loan-parts").hidden = contracts.length === 0;
  byId("loan-choice").replaceChildren(...contracts.map((one) =>
    make("option", { value: one.contract_number }, label(one))));
  if (contracts.length === 0) return;
  const open = contracts.find((one) => one.state === "2" || one.state === "5") || contracts[0];
  byId("loan-choice").value = open.contract_number;
  await choose(open.contract_number);
}

async function choose(number) {
  loan = { contract_number: number };
  await refresh();
}

async function refresh() {
  const seen = ++looking;
  loan = await get(path("").replace(/\/$/, ""));
  const [{ debits }, { agreements }] = await Promise.all([get(path("debits")), get(path("agreements"))]);
  if (seen !== looking) return;
  byId("loan-choice").selectedOptions[0].textContent = label(loan);
  const account = loan.account;
  const open = loan.state === "2" || loan.state === "5";
  const owed = account ? account.arrears : null;
  showFacts(byId("loan-facts"), [
    ["贷款状态", loan.state_text],
    ["贷款金额", `${yuan(loan.amount_fen)} 元`],
    ["贷款余额", account && `${yuan(account.balance_fen)} 元`],
    ["执行利率", account && account.annual_rate],
    ["下次还款", account && account.next_instalment && `${chineseDate(account.next_instalment.due_on)}，${yuan(account.next_instalment.total_fen)} 元`],
    ["最后还款日", account && account.last_due_on && chineseDate(account.last_due_on)],
    ["结清日期", account && account.settled_on && chineseDate(account.settled_on)],
  ]);
  byId("loan-arrears").hidden = !owed || owed.total_fen === 0;
  if (owed && owed.total_fen > 0) {
    byId("arrears-text").textContent = `自${chineseDate(owed.since)}起逾期${owed.instalments}期，今天应还 ${yuan(owed.total_fen)} 元，其中罚息 ${yuan(owed.penalty_fen)} 元。`;
  }
  byId("loan-early").hidden = !open;
  byId("loan-agreement").hidden = !open;
  showAgreements(agreements);
  byId("debits").replaceChildren(...debits.map(debitLine));
  byId("debits-none").hidden = debits.length > 0;
  if (debits.some((one) => one.state === "debiting")) {
    setTimeout(() => seen === looking && refresh().catch(() => {}), LOOK_AGAIN_MS);
  }
}

function showAgreements(agreements) {
  const inForce = agreements.filter((one) => one.ended_on === null);
  byId("agreements").replaceChildren(...agreements.map((one) => make("li", {},
    `${WAYS[one.way]}，${SHORT[one.short_balance]}，部分提前还款${EFFECTS[one.prepayment_effect]}；${chineseDate(one.signed_on)}签订${one.ended_on ? `，${chineseDate(one.ended_on)}终止` : ""}`)));
  byId("sign-open").hidden = inForce.length > 1;
  byId("end-send").hidden = inForce.length === 0;
}

function debitLine(one) {
  const why = one.reason_text ? `：${one.reason_text}` : "";
  const waits = one.unknown_since ? "（银行尚未答复，正在查询，不会重复扣款）" : "";
  return make("li", {},
    make("strong", {}, `${PURPOSES[one.purpose]} ${yuan(one.amount_fen)} 元`),
    make("small", {}, `${chineseDate(one.debit_on)}，尾号${one.card_tail}，${one.state_text}${why}${waits}`));
}

function kind() {
  return document.querySelector('input[name="early-kind"]:checked').value;
}

function quote() {
  const field = byId("early-amount");
  const partial = kind() === "partial";
  const amount = partial ? fenFromYuan(field.value) : null;
  hint(field, byId("early-hint"), partial && !amount ? "请填写金额，最多两位小数" : null, "填写从银行卡扣款的总金额");
  if (partial && !amount) {
    field.focus();
    return;
  }
  busy(byId("early-check"), async () => {
    const asks = partial ? { kind: "partial", amount_fen: amount } : { kind: "payoff" };
    const told = await postOnce(path("early-repayment-quotes"), keys.early.for(asks), asks);
    wish = { ...asks, accepted_quote: told.token };
    showFacts(byId("quote-facts"), [
      ["扣款日期", `${chineseDate(told.debit_on)}（试算仅当日有效）`],
      ["扣款银行卡", `尾号${told.card_tail}，请先存足款项`],
      ["提前归还本金", `${yuan(told.principal_fen)} 元`],
      ["截至扣款日利息", `${yuan(told.interest_fen)} 元`],
      ["到期及逾期本息", told.arrears_fen ? `${yuan(told.arrears_fen)} 元` : null],
      ["罚息", told.penalty_fen ? `${yuan(told.penalty_fen)} 元` : null],
      ["扣款合计", `${yuan(told.total_fen)} 元`],
      ["调整方式", told.effect && EFFECTS[told.effect]],
      ["月还款额", told.effect && `${yuan(told.instalment_before_fen)} 元 → ${yuan(told.instalment_after_fen)} 元`],
      ["最后还款日", told.effect && `${chineseDate(told.last_due_before)} → ${chineseDate(told.last_due_after)}`],
      ["节省利息", `${yuan(told.interest_saved_fen)} 元`],
    ]);
    byId("quote-consequence").textContent = told.consequence;
    byId("quote-problem").hidden = true;
    byId("quote").showModal();
  });
}

async function asked() {
  if (byId("quote").open) byId("quote").close();
  await refresh();
}

async function openTerms() {
  terms = await get("/api/loans/agreement-terms");
  byId("sign-terms").textContent = terms.text;
  byId("sign-form").reset();
  byId("sign-problem").hidden = true;
  byId("sign").showModal();
}

function sign() {
  const form = new FormData(byId("sign-form"));
  const problem = byId("sign-problem");
  if (!form.get("accepted")) {
    problem.textContent = "请先阅读条款并勾选确认。";
    problem.hidden = false;
    return;
  }
  const body = {
    way: form.get("way"),
    short_balance: form.get("short_balance"),
    prepayment_effect: form.get("prepayment_effect"),
    accepted_terms: terms.version,
  };
  send(byId("sign-send"), problem, keys.sign, path("my-agreement"), body, async () => {
    byId("sign").close();
    await refresh();
  });
}
