// Files for whoever sits in front of the page, where its browser can save one.

import { csv } from '@/lib/sheet';
import { canSave, unsaved } from './browser';

let paper: ((name: string, pdf: Blob) => boolean) | null = null;

/** Print what would be saved, where nothing is saved; `print` says whether it could. */
export function onPaper(print: (name: string, pdf: Blob) => boolean): void {
  paper = print;
}

/** Give a file to whoever sits in front of the page, or say where it can be had. */
export function save(name: string, content: Blob): void {
  if (content.type === 'application/pdf' && paper?.(name, content)) return;
  if (!canSave) {
    unsaved.value = name;
    return;
  }
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

/** The media type of a spreadsheet by its name: CSV, the older Excel, else the newer one. */
export function spreadsheetType(name: string): string {
  if (/\.csv$/i.test(name)) return 'text/csv';
  return /\.xls$/i.test(name) ? 'application/vnd.ms-excel' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}
