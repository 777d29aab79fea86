// What can be said of a number before it is sent: hints only, the services decide.

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const UNSEEN = /[\s\p{Z}\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFE00-\uFE0F\uFFA0]/gu;

/** A number as it is seen: compatible forms, without blanks, invisible characters, apostrophes; never cut. */
function clean(text: string, alsoLeftOut = ''): string {
  const leftOut = new Set(`'‘’ʼ\`${alsoLeftOut}`);
  return [...text.normalize('NFKC').replace(UNSEEN, '')].filter((character) => !leftOut.has(character)).join('');
}

/** Clean a resident ID number as it is typed. */
export function cleanId(text: string): string {
  return clean(text).toUpperCase();
}

/** Clean a one-time code as it is pasted. */
export function cleanCode(text: string): string {
  return clean(text);
}

/** Say what is wrong with a one-time code, or null. */
export function codeProblem(text: string): string | null {
  return /^[0-9]{6}$/.test(cleanCode(text)) ? null : '请输入短信中的6位数字';
}

/** A phone number as it is seen, without what groups it and without the country code. */
export function cleanPhone(text: string): string {
  return clean(text, '-‐‑‒–—−').replace(/^(\+|00)?86(?=1[0-9]{10}$)/, '');
}

/** Say what is wrong with a mainland mobile number, or null. */
export function phoneProblem(text: string): string | null {
  return /^1[3-9][0-9]{9}$/.test(cleanPhone(text)) ? null : '请输入11位大陆手机号码';
}

/** Say what is wrong with a resident ID number (GB 11643), or null. */
export function idProblem(text: string): string | null {
  const id = cleanId(text);
  if (id === '') return '请输入身份证号码';
  if (/^[0-9]{15}$/.test(id)) return '15位身份证号码已停用，请输入18位号码';
  if (!/^[0-9]{17}[0-9X]$/.test(id)) return `身份证号码应为18位，末位可以是X，现在是${id.length}位`;
  const total = ID_WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(id[at]), 0);
  return ID_CHECKS[total % 11] === id[17] ? null : '身份证号码校验位不正确，请核对';
}

const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Say what is wrong with a unified social credit code (GB 32100), or null. */
export function creditCodeProblem(text: string): string | null {
  const code = cleanId(text);
  if (code === '') return '请填写统一社会信用代码';
  if (code.length !== 18) return `统一社会信用代码应为18位，现在是${code.length}位`;
  if ([...code].some((character) => !CREDIT_CHARACTERS.includes(character))) return '统一社会信用代码中有不会使用的字符（I、O、S、V、Z等）';
  const total = CREDIT_WEIGHTS.reduce((sum, weight, at) => sum + weight * CREDIT_CHARACTERS.indexOf(code[at]!), 0);
  return CREDIT_CHARACTERS[(31 - (total % 31)) % 31] === code[17] ? null : '统一社会信用代码校验位不正确，请核对';
}

/** A card number without what groups it; what is no digit stays, so that nobody confirms another card. */
export function cardDigits(text: string): string {
  return clean(text, '-‐‑‒–—−');
}

/** A card number in groups of four, as it stands on the card. */
export function grouped(text: string): string {
  return cardDigits(text).replace(/(.{4})(?=.)/g, '$1 ');
}

/** Say what is wrong with a card number (Luhn), or null. */
export function cardProblem(text: string): string | null {
  const digits = cardDigits(text);
  if (digits === '') return '请输入银行卡号';
  if (/[^0-9]/.test(digits)) return '银行卡号只能是数字，请核对';
  if (digits.length < 16 || digits.length > 19) return `银行卡号应为16至19位，现在是${digits.length}位`;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 ? null : '银行卡号校验位不正确，请核对';
}

/** A whole name with the last four characters of the ID number, as one types both; null where it is something else. */
export function nameWithTail(text: string): { name: string; tail: string } | null {
  const found = /^(\D+?)\s*([0-9]{3}[0-9X])$/.exec(text.normalize('NFKC').trim().toUpperCase());
  return found ? { name: found[1]!.trim(), tail: found[2]! } : null;
}
