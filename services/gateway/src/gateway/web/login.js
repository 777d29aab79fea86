// Logging in: ID number, then the code that reached the phone.

import { callOpen, knownDevice, logIn } from "/api.js";
import { announce, busy, byId, clearProblem, hint, showProblem } from "/page.js";
import { cleanCode, cleanId, idProblem } from "/numbers.js";

let challengeId = null;
let waiting = null;

/** Wire the forms; `onLogin` is called with the tokens. */
export function startLogin(onLogin) {
  const number = byId("id-number");
  number.addEventListener("input", () => {
    if (cleanId(number.value).length >= 18) hint(number, byId("id-hint"), idProblem(number.value), "号码格式正确");
    else hint(number, byId("id-hint"), null, "18 位，末位可以是 X");
  });
  byId("code-form").addEventListener("submit", (event) => {
    event.preventDefault();
    askForCode(byId("code-send"));
  });
  byId("code-again").addEventListener("click", () => askForCode(byId("code-again")));
  byId("login-back").addEventListener("click", showLogin);
  byId("login-form").addEventListener("submit", (event) => {
    event.preventDefault();
    enterCode(onLogin);
  });
}

/** Begin anew. */
export function showLogin() {
  challengeId = null;
  byId("login-form").hidden = true;
  byId("code-form").hidden = false;
  byId("login-code").value = "";
  byId("id-number").focus();
}

async function askForCode(button) {
  const number = byId("id-number");
  const problem = idProblem(number.value);
  hint(number, byId("id-hint"), problem, "号码格式正确");
  if (problem) {
    number.focus();
    return;
  }
  await busy(button, async () => {
    const body = { id_number: cleanId(number.value), as: "individual", device: knownDevice() };
    const made = await callOpen("POST", "/api/gateway/login-codes", body);
    challengeId = made.challenge_id;
    byId("login-sent").textContent = made.message;
    byId("code-form").hidden = true;
    byId("login-form").hidden = false;
    byId("login-code").value = "";
    byId("login-code").focus();
    announce(made.message);
    countDown(made.again_after_seconds);
  });
}

/** Until another code may be asked for, the button says how long that takes. */
function countDown(seconds) {
  const again = byId("code-again");
  clearInterval(waiting);
  let left = seconds;
  const show = () => {
    again.disabled = left > 0;
    again.textContent = left > 0 ? `重新获取（${left}秒）` : "重新获取";
    if (left <= 0) clearInterval(waiting);
    left -= 1;
  };
  setTimeout(show);
  waiting = setInterval(show, 1000);
}

async function enterCode(onLogin) {
  const field = byId("login-code");
  const code = cleanCode(field.value);
  if (!/^[0-9]{6}$/.test(code)) {
    hint(field, byId("code-hint"), "请输入短信中的6位数字", "");
    field.focus();
    return;
  }
  await busy(byId("login-send"), async () => {
    const tokens = await logIn(challengeId, code);
    clearInterval(waiting);
    byId("id-number").value = "";
    field.value = "";
    clearProblem();
    onLogin(tokens);
  }, (error) => {
    showProblem(error);
    field.select();
  });
}
