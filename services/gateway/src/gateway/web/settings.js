// 账户设置: who is logged in, and the login history (R-CRT-4).

import { get } from "/api.js";
import { byId, make, paged, showFacts } from "/page.js";
import { chineseTime } from "/numbers.js";

const CHANNELS = { web: "网上服务厅", wechat: "微信公众号", kiosk: "自助终端", hotline: "12329 热线" };

/** Show both. */
export async function showSettings() {
  const me = await get("/api/gateway/me");
  showFacts(byId("me"), [
    ["姓名", me.name],
    ["预留手机号", me.phone],
    ["登录渠道", CHANNELS[me.channel]],
  ]);
  const parts = { list: byId("logins"), more: byId("logins-more"), none: null };
  await paged(parts, (cursor) => get(`/api/gateway/me/logins?limit=10${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`), (line) => make("li", {},
    make("span", {}, chineseTime(line.at)),
    make("span", {}, [line.outcome_text, CHANNELS[line.channel], line.address].filter(Boolean).join(" · "))));
}
