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

/** Give a file to whoever sits in front of the page. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Give a table as a file. */
export function saveTable(name: string, heads: string[], rows: string[][]): void {
  save(name, new Blob([csv(heads, rows)], { type: 'text/csv;charset=utf-8' }));
}
