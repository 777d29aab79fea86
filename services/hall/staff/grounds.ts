// Why something is proposed (申请理由和依据), and who may propose.

import { session } from '@/api/session';

export interface Grounds { reason: string; evidence: string[] }
export const REASON_LEAST = 2;

/** Numbers of documents as typed, one after another. */
export function evidenceOf(text: string): string[] {
  return text.split(/[、,，;；\s]+/).filter(Boolean);
}

/** Whether whoever is logged in enters and proposes (经办). */
export function isMaker(): boolean {
  return session.value?.role === 'staff_maker';
}

/** What is wrong with a reason, if anything. */
export function reasonProblem(reason: string): string | undefined {
  return reason.trim().length < REASON_LEAST ? '请写明理由，至少两个字' : undefined;
}

/** What is wrong with both fields of something that needs evidence; the fields are named `<id>-reason` and `<id>-evidence`. */
export function groundsProblems(id: string, reason: string, evidence: string): { id: string; text: string }[] {
  const unsure = reasonProblem(reason);
  return [
    ...(unsure ? [{ id: `${id}-reason`, text: unsure }] : []),
    ...(evidenceOf(evidence).length ? [] : [{ id: `${id}-evidence`, text: '请填写依据材料编号' }]),
  ];
}

/** The header in which staff say why they look at somebody (R-QRY-5). */
export function looking(reason: string): { 'Look-Reason': string } {
  return { 'Look-Reason': encodeURIComponent(reason.trim()) };
}

/** The reason that a page of ours gave along with the way here; empty where there is none. */
export function carriedReason(): string {
  const state = history.state as { reason?: unknown } | null;
  return typeof state?.reason === 'string' ? state.reason : '';
}
