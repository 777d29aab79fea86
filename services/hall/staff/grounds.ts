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

/** The header in which staff say why they look at somebody (R-QRY-5). */
export function looking(reason: string): { 'Look-Reason': string } {
  return { 'Look-Reason': encodeURIComponent(reason.trim()) };
}
