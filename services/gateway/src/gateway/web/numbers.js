// What can be said of a number before it is sent: hints only, the services decide. No page, no network.

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";

/** A number as it is seen: compatible forms, without blanks, invisible characters, apostrophes; never cut. */
function clean(text, alsoLeftOut = "") {
  const leftOut = new Set(`'‘’ʼ\`${alsoLeftOut}`);
  const seen = text.normalize("NFKC").replace(/[\s\p{Z}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFE00-\uFE0F\uFFA0]/gu, "");
  return [...seen].filter((character) => !leftOut.has(character)).join("");
}

/** Clean a resident ID number as it is typed. */
export function cleanId(text) {
  return clean(text).toUpperCase();
}

/** Clean a one-time code as it is pasted. */
export function cleanCode(text) {
  return clean(text);
}

/** Say what is wrong with a resident ID number (GB 11643), or null. */
export function idProblem(text) {
  const id = cleanId(text);
  if (/^[0-9]{15}$/.test(id)) return "15位身份证号码已停用，请输入18位号码";
  if (!/^[0-9]{17}[0-9X]$/.test(id)) return "身份证号码应为18位，末位可以是X";
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return ID_CHECKS[sum % 11] === id[17] ? null : "身份证号码校验位不正确，请核对";
}

/** A card number without what groups it; what is no digit stays, so that nobody confirms another card. */
export function cardDigits(text) {
  return clean(text, "-‐‑‒–—−");
}

/** A card number in groups of four, as it stands on the card. */
export function grouped(text) {
  return cardDigits(text).replace(/(.{4})(?=.)/g, "$1 ");
}

/** Say what is wrong with a card number (Luhn), or null. */
export function cardProblem(text) {
  const digits = cardDigits(text);
  if (/[^0-9]/.test(digits)) return "银行卡号只能是数字，请核对";
  if (digits.length < 16 || digits.length > 19) return `银行卡号应为16至19位，现在是${digits.length}位`;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 ? null : "银行卡号校验位不正确，请核对";
}

/** Fen as yuan with two decimals and commas; whole numbers only, no fraction is ever computed. */
export function yuan(fen) {
  if (!Number.isSafeInteger(fen)) throw new TypeError("money is a whole number of fen");
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/(?<=\d)(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${whole}.${digits.slice(-2)}`;
}

/** Yuan as typed, "1,701.59", as fen; null when it is no amount. Text to whole number, no fraction in between. */
export function fenFromYuan(text) {
  const found = /^([0-9]{1,9})(?:\.([0-9]{1,2}))?$/.exec(clean(text, ","));
  if (!found) return null;
  const fen = Number(found[1] + (found[2] || "").padEnd(2, "0"));
  return fen > 0 ? fen : null;
}

/** Basis points as a percentage: 800 is 8%. */
export function percent(basisPoints) {
  return `${yuan(basisPoints).replace(/\.?0+$/, "")}%`;
}

/** A date in Chinese. */
export function chineseDate(text) {
  const [year, month, day] = text.split("-").map(Number);
  return day ? `${year}年${month}月${day}日` : `${year}年${month}月`;
}

/** An instant in the centre's time zone. */
export function chineseTime(text) {
  return new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false,
  }).format(new Date(text));
}
