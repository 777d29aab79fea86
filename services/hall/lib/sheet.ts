// A table as a file: CSV in UTF-8 with a mark, which opens in a spreadsheet by itself.

const FORMULA = /^[=+\-@\t\r]/;
const AMOUNT = /^[+-]?[0-9,]+(\.[0-9]+)?$/;

/** One cell: quoted, and never a formula. */
function cell(text: string): string {
  const safe = FORMULA.test(text) && !AMOUNT.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** The whole table as text. */
export function csv(heads: string[], rows: string[][]): string {
  return `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The text of a file; Chinese Excel writes GB 18030 where it is not told otherwise. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
