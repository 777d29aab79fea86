// The web hall: which view is shown for which address, and what happens between views.

import { currentSession, logOut, whenSessionEnds } from "/api.js";
import { showAccount, showHome } from "/account.js";
import { leaveApplication, showApplication, showApplications, startApplications } from "/applications.js";
import { startConfirming } from "/confirming.js";
import { leaveLoan, showLoan, startLoan } from "/loan.js";
import { Draft, fill, personOf } from "/drafts.js";
import { showLogin, startLogin } from "/login.js";
import { announce, busy, byId, clearProblem, showProblem } from "/page.js";
import { showSettings } from "/settings.js";
import { showWithdraw, startWithdraw } from "/withdraw.js";

const VIEWS = {
  login: { section: byId("view-login"), open: showLogin },
  home: { section: byId("view-home"), open: showHome },
  account: { section: byId("view-account"), open: showAccount },
  withdraw: { section: byId("view-withdraw"), open: showWithdraw },
  loan: { section: byId("view-loan"), open: showLoan },
  applications: { section: byId("view-applications"), open: showApplications },
  application: { section: byId("view-application"), open: showApplication },
  settings: { section: byId("view-settings"), open: showSettings },
};

/** The view and its argument for an address like #/applications/<id>. */
function wanted() {
  if (!currentSession()) return ["login"];
  const [name, id] = location.hash.replace(/^#\//, "").split("/");
  if (name === "applications" && /^[0-9a-f-]{36}$/.test(id || "")) return ["application", id];
  return [name in VIEWS && name !== "login" && name !== "application" ? name : "home"];
}

async function route() {
  const [name, argument] = wanted();
  clearProblem();
  leaveApplication();
  leaveLoan();
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  for (const [other, view] of Object.entries(VIEWS)) view.section.hidden = other !== name;
  showWho(name);
  byId("main").focus({ preventScroll: true });
  scrollTo(0, 0);
  try {
    await VIEWS[name].open(argument);
  } catch (error) {
    if (error.name !== "AbortError") showProblem(error);
  }
}

function showWho(name) {
  const session = currentSession();
  byId("menu").hidden = !session;
  byId("who").hidden = !session;
  byId("who-name").textContent = session ? session.name : "";
  for (const link of byId("menu").querySelectorAll("a")) {
    const here = link.dataset.view === name || (link.dataset.view === "applications" && name === "application");
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function go(address) {
  if (location.hash === address) route();
  else location.hash = address;
}

const draft = new Draft();

/** The fields of the view for an address, on the page as it stands. */
function fieldsAt(address) {
  const view = VIEWS[address.replace(/^#\//, "").split("/")[0]];
  return view ? [...view.section.querySelectorAll("form input, form select")] : [];
}

async function afterLogin(tokens) {
  const kept = draft.take(personOf(tokens.access_token));
  if (!kept) {
    go("#/home");
    return;
  }
  if (location.hash !== kept.address) history.replaceState(null, "", kept.address);
  await route();
  fill(fieldsAt(kept.address), kept.fields);
  announce("已恢复您登录前填写的内容。");
}

startLogin(afterLogin);
startWithdraw((application) => go(`#/applications/${application.id}`));
startApplications();
startLoan();
startConfirming();
byId("problem-close").addEventListener("click", clearProblem);
byId("logout").addEventListener("click", () => busy(byId("logout"), async () => {
  await logOut();
  go("#/home");
}));
whenSessionEnds((session) => {
  draft.keep(personOf(session.access_token), location.hash, fieldsAt(location.hash));
  for (const field of fieldsAt(location.hash)) if (field.type === "text") field.value = "";
  route();
  byId("problem-text").textContent = "登录已失效，请重新登录。";
  byId("problem").hidden = false;
});
addEventListener("hashchange", route);
route();
