// A fresh code for what moves money or binds somebody: the text says what it confirms, the page asks for it.

import { Problem, fetchAs, whenConfirmationIsNeeded } from "/api.js";
import { busy, byId, hint, sentence } from "/page.js";
import { cleanCode } from "/numbers.js";

let asked = null;
let settle = null;

/** Wire the dialog: whatever needs a code asks for it here. */
export function startConfirming() {
  whenConfirmationIsNeeded(confirm);
  byId("fresh-form").addEventListener("submit", (event) => {
    event.preventDefault();
    enter();
  });
  byId("fresh-back").addEventListener("click", () => byId("fresh").close());
  byId("fresh").addEventListener("close", () => give(null));
}

async function confirm(path, body) {
  const [, , service, ...rest] = path.split("/");
  const wanted = { service, operation: `POST /${rest.join("/")}`, body: body === undefined ? null : body };
  asked = await (await fetchAs("POST", "/api/gateway/confirmations", { body: wanted })).json();
  byId("fresh-sent").textContent = asked.message;
  byId("fresh-code").value = "";
  byId("fresh-problem").hidden = true;
  byId("fresh").showModal();
  byId("fresh-code").focus();
  return new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
}

function enter() {
  const field = byId("fresh-code");
  const code = cleanCode(field.value);
  if (!/^[0-9]{6}$/.test(code)) {
    hint(field, byId("fresh-hint"), "请输入短信中的6位数字", "");
    field.focus();
    return;
  }
  busy(byId("fresh-send"), async () => {
    const path = `/api/gateway/confirmations/${asked.confirmation_id}`;
    const signed = await (await fetchAs("POST", path, { body: { code } })).json();
    give(signed.confirmation);
    byId("fresh").close();
  }, (error) => {
    byId("fresh-problem").textContent = sentence(error);
    byId("fresh-problem").hidden = false;
    field.select();
  });
}

/** Answer whoever waits, once; nothing was confirmed where the dialog was closed. */
function give(confirmation) {
  if (!settle) return;
  const { resolve, reject } = settle;
  settle = null;
  if (confirmation) resolve(confirmation);
  else reject(new Problem(0, { title: "not-confirmed", detail: "尚未确认，没有办理。" }));
}
