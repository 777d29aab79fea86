// 业务办理 · 提取: choose a type, enter a card, check, send once.

import { FormKey, callOpen, postOnce } from "/api.js";
import { busy, byId, clearProblem, hint, make, sentence, showFacts } from "/page.js";
import { cardDigits, cardProblem, chineseDate, grouped } from "/numbers.js";

const formKey = new FormKey();
let types = [];
let body = null;

function chosen() {
  const picked = document.querySelector('input[name="kind"]:checked');
  return picked && types.find((type) => type.kind === picked.value);
}

/** Wire the form; `onSubmitted` is called with the application. */
export function startWithdraw(onSubmitted) {
  const card = byId("card-number");
  card.addEventListener("input", () => {
    card.value = grouped(card.value);
    const short = cardDigits(card.value).length < 16;
    hint(card, byId("card-hint"), short ? null : cardProblem(card.value), short ? "须为本人借记卡，16 至 19 位" : "卡号格式正确");
  });
  byId("withdraw-types").addEventListener("change", () => {
    const type = chosen();
    byId("withdraw-details").hidden = !type;
    byId("loan-field").hidden = !type || !type.asks_for_loan;
  });
  byId("withdraw-form").addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  byId("confirm-back").addEventListener("click", () => byId("confirm").close());
  byId("confirm-send").addEventListener("click", () => send(onSubmitted));
}

/** Show the types on offer today, with their conditions. */
export async function showWithdraw() {
  const offered = await callOpen("GET", "/api/withdrawals/types");
  types = offered.types;
  byId("withdraw-notices").replaceChildren(...offered.notices.map((notice) => make("li", {}, notice)));
  byId("withdraw-types").replaceChildren(...types.map(typeChoice));
  byId("withdraw-details").hidden = true;
  byId("withdraw-form").reset();
  hint(byId("card-number"), byId("card-hint"), null, "须为本人借记卡，16 至 19 位");
}

function typeChoice(type) {
  const basis = `${type.document_number}，自${chineseDate(type.in_force_from)}起施行`;
  return make("label", { class: "type" },
    make("input", { type: "radio", name: "kind", value: type.kind }),
    make("span", {}, make("strong", {}, type.name), make("small", {}, type.closing ? "销户提取" : "部分提取")),
    make("ul", {}, ...type.conditions.map((condition) => make("li", {}, condition)), make("li", {}, basis)));
}

function check() {
  const type = chosen();
  const card = byId("card-number");
  const problem = cardProblem(card.value);
  hint(card, byId("card-hint"), problem, "卡号格式正确");
  if (!type || problem) {
    card.focus();
    return;
  }
  const loan = type.asks_for_loan ? byId("loan-number").value.trim() : "";
  body = { kind: type.kind, card_number: cardDigits(card.value), ...(loan ? { loan_contract_number: loan } : {}) };
  showFacts(byId("confirm-facts"), [
    ["提取类型", type.name],
    ["收款银行卡", grouped(body.card_number)],
    ["借款合同号", loan],
    ["手续费", "免费"],
  ]);
  byId("confirm-closing").hidden = !type.closing;
  byId("confirm-problem").hidden = true;
  clearProblem();
  byId("confirm").showModal();
}

async function send(onSubmitted) {
  const problem = byId("confirm-problem");
  problem.hidden = true;
  await busy(byId("confirm-send"), async () => {
    const key = formKey.for(body);
    try {
      const application = await postOnce("/api/withdrawals/applications", key, body);
      formKey.answered(202);
      byId("confirm").close();
      onSubmitted(application);
    } catch (error) {
      formKey.answered(error.status || 0);
      throw error;
    }
  }, (error) => {
    problem.replaceChildren(sentence(error));
    if (error.body && error.body.application_id) {
      const link = make("a", { href: `#/applications/${error.body.application_id}` }, "查看办理中的申请");
      link.addEventListener("click", () => byId("confirm").close());
      problem.append(" ", link);
    }
    problem.hidden = false;
  });
}
