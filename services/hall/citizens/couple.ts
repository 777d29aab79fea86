// 夫妻约定: what spouses sign together, as the forms hold it and as people read it (R-WDR-49).

import type { components } from '@/api/generated/withdrawals';
import type { FieldProblem } from '@/kit/ErrorSummary.vue';
import { percent } from '@/lib/money';

export type CoupleTerms = components['schemas']['CoupleTerms'];
/** What the spouse has proposed, with the code by which it was found. */
export type Offered = components['schemas']['CoupleProposed'] & { code: string };
type Way = '' | 'first' | 'second' | 'shares';
export interface Wish { way: Way; percent: string }
const MOST = 100;

export function unsigned(): Wish {
  return { way: '', percent: '' };
}

/** Whole percentages as typed; null where it is none that leaves the spouse something. */
function shareOf(text: string): number | null {
  const found = /^[0-9]{1,2}$/.exec(text.normalize('NFKC').replace(/[\s%]/g, ''));
  const share = found ? Number(found[0]) : 0;
  return share > 0 && share < MOST ? share : null;
}

/** What is wrong with what was chosen. */
export function problemsOf(id: string, wish: Wish): FieldProblem[] {
  if (!wish.way) return [{ id, text: '请选择夫妻约定的方式' }];
  return wish.way === 'shares' && shareOf(wish.percent) === null ? [{ id: `${id}-percent`, text: '请填写 1 至 99 的整数' }] : [];
}

/** What was chosen as it is signed; null where something is wrong with it. */
export function asTerms(wish: Wish): CoupleTerms | null {
  if (!wish.way) return null;
  if (wish.way !== 'shares') return { manner: 'order', own_first: wish.way === 'first' };
  const share = shareOf(wish.percent);
  return share === null ? null : { manner: 'shares', own_share_bp: share * MOST };
}

interface Shown { manner: 'order' | 'shares'; own_first?: boolean | null; own_share_bp?: number | null }

/** What is shown, as it is signed again. */
export function coupleOf(shown: Shown): CoupleTerms {
  return shown.manner === 'order' ? { manner: 'order', own_first: Boolean(shown.own_first) } : { manner: 'shares', own_share_bp: shown.own_share_bp ?? 0 };
}

/** The same in words, from the reader's side. */
export function coupleText(shown: Shown): string {
  if (shown.manner === 'order') return shown.own_first ? '本人先提取，不足部分由配偶提取' : '配偶先提取，不足部分由本人提取';
  return `本人最多占${percent(shown.own_share_bp ?? 0)}，其余归配偶`;
}
