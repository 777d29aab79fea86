// A sheet as text: what Excel saves as CSV, in UTF-8 or GB 18030, read by the names of its columns.

/** Its rows of cells (RFC 4180); cells are parted by commas or tabs. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [], cell = '', quoted = false;
  const endCell = (): void => { row.push(cell.trim()); cell = ''; };
  const endRow = (): void => { endCell(); if (row.some(Boolean)) rows.push(row); row = []; };
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at]!;
    if (quoted) {
      if (one !== '"') cell += one;
      else if (text[at + 1] === '"') { cell += '"'; at += 1; }
      else quoted = false;
    } else if (one === '"' && cell === '') quoted = true;
    else if (one === ',' || one === '\t') endCell();
    else if (one === '\n') endRow();
    else if (one !== '\r') cell += one;
  }
  endRow();
  return rows;
}

/** Records by the names of the columns; null where the first row has none of them. */
export function recordsOf(rows: readonly string[][], heads: readonly string[]): string[][] | null {
  const bare = (text: string) => text.replace(/^\uFEFF/, '').replace(/[（(].*$/, '').trim();
  const first = (rows[0] ?? []).map(bare);
  const places = heads.map((head) => first.indexOf(bare(head)));
  if (places.every((place) => place < 0)) return null;
  return rows.slice(1).map((row) => places.map((place) => row[place] ?? ''));
}
