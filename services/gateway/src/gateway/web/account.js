// 首页 and 信息查询: the account's facts and its entries.

import { Problem, currentSession, get } from "/api.js";
import { byId, make, paged, showFacts } from "/page.js";
import { chineseDate, percent, yuan } from "/numbers.js";

async function account() {
  try {
    return await get("/api/accounts/my/account");
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

/** Show the balance and where to go. */
export async function showHome() {
  byId("home-title").textContent = `${currentSession().name}，您好`;
  byId("home-balance").textContent = "—";
  byId("home-state").textContent = "";
  const mine = await account();
  byId("home-balance").textContent = mine ? yuan(mine.balance_fen) : "—";
  byId("home-state").textContent = mine
    ? `${mine.employer_name}　汇缴状态：${mine.state_text}${mine.paid_up_to ? `　缴至${chineseDate(mine.paid_up_to)}` : ""}`
    : "没有查询到您名下的公积金账户，请联系单位或拨打 12329。";
}

/** Show all facts (R-QRY-1) and the entries. */
export async function showAccount() {
  const mine = await account();
  byId("entries-none").hidden = Boolean(mine);
  byId("entries-more").hidden = true;
  byId("entries").replaceChildren();
  if (!mine) {
    showFacts(byId("account-facts"), [["账户", "没有查询到您名下的公积金账户"]]);
    return;
  }
  showFacts(byId("account-facts"), [
    ["姓名", mine.name],
    ["身份证号码", mine.id_number],
    ["手机号", mine.phone],
    ["个人账号", mine.account_number],
    ["缴存单位", mine.employer_name],
    ["单位账号", mine.employer_number],
    ["账户余额", `${yuan(mine.balance_fen)} 元`],
    ["其中冻结", mine.frozen_fen ? `${yuan(mine.frozen_fen)} 元` : null],
    ["可用余额", mine.frozen_fen ? `${yuan(mine.available_fen)} 元` : null],
    ["月缴存额", `${yuan(mine.monthly_deposit_fen)} 元`],
    ["工资基数", `${yuan(mine.base_fen)} 元`],
    ["缴存比例", `单位 ${percent(mine.employer_ratio_bp)}，个人 ${percent(mine.employee_ratio_bp)}`],
    ["汇缴状态", mine.state_text],
    ["缴至年月", mine.paid_up_to ? chineseDate(mine.paid_up_to) : "尚未汇缴"],
    ["未缴存的月份", mine.owed_months.map(chineseDate).join("、")],
    ["开户日期", chineseDate(mine.opened_on)],
    ["封存日期", mine.sealed_on && chineseDate(mine.sealed_on)],
    ["销户日期", mine.closed_on && chineseDate(mine.closed_on)],
  ]);
  const parts = { list: byId("entries"), more: byId("entries-more"), none: byId("entries-none") };
  await paged(parts, (cursor) => get(`/api/accounts/my/entries?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`), entry);
}

function entry(item) {
  const reason = item.withdrawal_reason_text;
  return make("tr", {},
    make("td", {}, chineseDate(item.booked_on)),
    make("td", {}, reason ? `${item.business_text}（${reason}）` : item.business_text),
    make("td", {}, item.contribution_month ? chineseDate(item.contribution_month) : "—"),
    make("td", { class: item.amount_fen > 0 ? "number in" : "number" }, `${item.amount_fen > 0 ? "+" : ""}${yuan(item.amount_fen)}`),
    make("td", { class: "number" }, yuan(item.balance_after_fen)));
}
