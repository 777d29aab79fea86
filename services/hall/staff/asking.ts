// What is asked for in a dialog about one row of a list: fields, a reason with its documents, and what is sent.

import type { Field as CounterField } from './counter';
import { evidenceOf, groundsProblems, reasonProblem, type Grounds } from './grounds';

export type Values = Record<string, string>;
/** As at the counter; `lines` is a text of several lines. */
export interface Field extends Omit<CounterField, 'kind'> { kind: CounterField['kind'] | 'lines'; first?: string }
export interface Problem { id: string; text: string }
/** Something that is done about one row. */
export interface Asked {
  title: string; about: string; yes: string; fields: Field[];
  /** The label of the reason; without one nothing but the fields is asked for. */
  reason?: string;
  evidence?: 'needed';
  /** Do it; says what was done. */
  send: (values: Values, grounds: Grounds, key: string) => Promise<string>;
}

/** A proposal of two people: what was proposed, and who decides. */
export const awaiting = (made: { summary: string }) => `已提交：${made.summary}。另一人复核后生效。`;
export const text = (values: Values, id: string) => (values[id] ?? '').trim();
export const shownOf = (fields: readonly Field[], values: Values) => fields.filter((one) => one.when?.(values) ?? true);
export const firstOf = (fields: readonly Field[]): Values => Object.fromEntries(fields.map((one) => [one.id, one.first ?? '']));

/** What is wrong with what was filled in, by the ids of the fields on the page, which begin with `id`. */
export const problemsIn = (id: string, fields: readonly Field[], values: Values): Problem[] => shownOf(fields, values).flatMap((one) => {
  const typed = text(values, one.id), named = `${id}-${one.id}`;
  if (!typed) return one.optional ? [] : [{ id: named, text: `${one.kind === 'choice' ? '请选择' : '请填写'}${one.label}` }];
  const wrong = one.check?.(typed);
  return wrong ? [{ id: named, text: wrong }] : [];
});
/** The same of a dialog, whose fields begin with `ask`, with its reason. */
export function problemsOf(asked: Asked, values: Values, reason: string, evidence: string): Problem[] {
  const unsure = asked.reason ? reasonProblem(reason) : undefined;
  const grounds = asked.reason && asked.evidence ? groundsProblems('ask', reason, evidence) : unsure ? [{ id: 'ask-reason', text: unsure }] : [];
  return [...problemsIn('ask', asked.fields, values), ...grounds];
}
export const groundsOf = (reason: string, evidence: string): Grounds => ({ reason: reason.trim(), evidence: evidenceOf(evidence) });
