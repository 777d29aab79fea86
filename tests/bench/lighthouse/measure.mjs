// Lighthouse on the addresses that come as arguments, each as `form url`; prints a line of JSON for each.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const chrome = await launch({
  chromePath: "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  for (const asked of process.argv.slice(2)) {
    const [form, url] = asked.split(" ");
    const { lhr } = await lighthouse(
      url,
      { port: chrome.port, onlyCategories: ["performance", "accessibility"], logLevel: "error" },
      form === "desktop" ? desktopConfig : undefined,
    );
    const scores = Object.values(lhr.categories).map((one) => [one.id, Math.round(one.score * 100)]);
    const bad = Object.values(lhr.audits)
      .filter((one) => one.score !== null && one.score < 0.9)
      .map((one) => `${one.id} ${one.displayValue ?? ""}`.trim());
    console.log(JSON.stringify({ form, url, ...Object.fromEntries(scores), bad }));
  }
} finally {
  chrome.kill();
}
