// Undo for a grid: what is typed into one cell is one step, what is pasted at once is one step.

import { ref } from 'vue';

interface Edit<Row> { row: Row; field: string; before: string }
const STEPS_MAX = 200;

/** Remembers edits of rows whose fields are text. */
export class Edits<Row extends Record<Field, string>, Field extends string> {
  /** How many steps can be undone. */
  readonly steps = ref(0);
  #done: Edit<Row>[][] = [];
  #open = false;

  constructor(private readonly check: (row: Row) => void) {}

  /** Write a field, and check the row. */
  put(row: Row, field: Field, text: string): void {
    const before = row[field] as string;
    if (before === text) return;
    const step = this.#done.at(-1);
    if (this.#open && step) step.push({ row, field, before });
    else if (!(step?.length === 1 && step[0]!.row === row && step[0]!.field === field)) this.#begin({ row, field, before });
    this.#write(row, field, text);
    this.#open = true;
    queueMicrotask(() => { this.#open = false; });
  }

  /** Take the last step back; gives the row that it began with. */
  undo(): Row | null {
    const step = this.#done.pop();
    if (!step) return null;
    for (const edit of step.reverse()) this.#write(edit.row, edit.field as Field, edit.before);
    this.steps.value = this.#done.length;
    return step.at(-1)!.row;
  }

  /** Nothing can be undone any more: the rows were filled in from elsewhere. */
  forget(): void {
    this.#done = [];
    this.steps.value = 0;
  }

  #begin(edit: Edit<Row>): void {
    this.#done.push([edit]);
    if (this.#done.length > STEPS_MAX) this.#done.shift();
    this.steps.value = this.#done.length;
  }

  #write(row: Row, field: Field, text: string): void {
    (row as Record<string, string>)[field] = text;
    this.check(row);
  }
}
