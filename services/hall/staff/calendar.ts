// The working calendar (工作日历) as a year: which days are worked, what a draft changes, how a notice is read from a file.

import { told, withdrawals } from '@/api/client';
import type { components } from '@/api/generated/withdrawals';
import { chineseDate, dayFrom } from '@/lib/dates';
import { rowsOf } from '@/lib/csv';
import type { Column } from '@/kit/DataTable.vue';
import type { Grounds } from './grounds';
import { DESKS, type Proposal } from './proposals';

type Body = components['schemas']['CalendarBody'];
export type Year = components['schemas']['CalendarYear'];
/** Day → whether it is worked. */
export type Days = ReadonlyMap<string, boolean>;
/** A day as it stands in the year: what is in force, whether that is by a notice, and what the draft makes of it. */
export interface Cell { day: string; number: number; weekday: number; works: boolean; known: boolean; drafted: boolean | null }
export interface Change { day: string; works: boolean }

const EDIT = 'calendar.edit';
const WEEK = ['一', '二', '三', '四', '五', '六', '日'];
const FRIDAY = 4;
export const CHANGES_MAX = 400;

export const readYear = (year: number): Promise<Year> => told(withdrawals.GET('/api/withdrawals/calendar/{year}', { params: { path: { year } } }));
export const readOpen = async (): Promise<Proposal[]> => (await DESKS.withdrawals.page({ state: 'open', limit: 200 })).items.filter((one) => one.kind === EDIT);
export const propose = (changes: readonly Change[], source: string, grounds: Grounds, key: string): Promise<Proposal> => {
  const body: Body = { days: changes.map((one) => ({ day: one.day, is_workday: one.works })), source, ...grounds };
  return told(withdrawals.POST('/api/withdrawals/calendar/days', { params: { header: { 'Idempotency-Key': key } }, body }));
};

export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
export const byDay = (year: Year | undefined): Days => new Map((year?.days ?? []).map((one) => [one.day, one.is_workday]));
/** Whether a day is worked: by the notice of its year, else by its weekday alone. */
export const worksOn = (days: Days, day: string): boolean => days.get(day) ?? weekdayOf(day) <= FRIDAY;

/** The cells of a month, in weeks that begin on Monday; null: of another month. */
export function weeksOf(year: number, month: number, days: Days, draft: Days): (Cell | null)[][] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate(), cells: (Cell | null)[] = [];
  for (let number = 1; number <= count; number += 1) {
    const day = `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
    if (number === 1) for (let blank = 0; blank < weekdayOf(day); blank += 1) cells.push(null);
    cells.push({ day, number, weekday: weekdayOf(day), works: worksOn(days, day), known: days.has(day), drafted: draft.get(day) ?? null });
  }
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
/** The mark of a day that is otherwise than its weekday: 班 or 休. */
export function markOf(cell: Cell): string {
  const works = cell.drafted ?? cell.works;
  return works === cell.weekday <= FRIDAY ? '' : works ? '班' : '休';
}
export const said = (works: boolean): string => (works ? '上班' : '休息');
export function labelOf(cell: Cell): string {
  const now = `${chineseDate(cell.day)}星期${WEEK[cell.weekday]!}，${said(cell.works)}`;
  return cell.drafted === null ? now : `${now}，改为${said(cell.drafted)}`;
}
/** A draft with a day turned round; back again where that is what is in force. */
export function turned(draft: Days, days: Days, day: string): Days {
  const next = new Map(draft), works = !(draft.get(day) ?? worksOn(days, day));
  if (works === worksOn(days, day)) next.delete(day);
  else next.set(day, works);
  return next;
}
export const changesOf = (draft: Days): Change[] => [...draft].sort(([one], [other]) => one.localeCompare(other)).map(([day, works]) => ({ day, works }));
export const CHANGE: Column<Change>[] = [
  { head: '日期', cell: (one) => `${chineseDate(one.day)}星期${WEEK[weekdayOf(one.day)]!}` }, { head: '改为', cell: (one) => said(one.works) },
];

const WORKED: Record<string, boolean> = { 班: true, 上班: true, 工作日: true, 是: true, 休: false, 休息: false, 休息日: false, 节假日: false, 否: false };
/** The days that a file names, a line each: the day and 班 or 休; what cannot be read, by its line. */
export function fromFile(text: string): { changes: Change[]; wrong: string[] } {
  const changes: Change[] = [], wrong: string[] = [];
  rowsOf(text).forEach((row, index) => {
    const [year, month, date] = (row[0] ?? '').replace(/^\uFEFF/, '').split(/[-/.年月日]/).map((part) => part.trim());
    const day = dayFrom(year ?? '', month ?? '', date ?? ''), works = WORKED[row[1] ?? ''];
    if (day && works !== undefined) changes.push({ day, works });
    else if (index > 0 || day) wrong.push(`第${index + 1}行`);
  });
  return { changes, wrong };
}
/** A draft with the days of a file in it, but for those of which a notice says so already. */
export function withFile(draft: Days, days: (year: number) => Days, changes: readonly Change[]): Days {
  const next = new Map(draft);
  for (const { day, works } of changes) {
    if (days(Number(day.slice(0, 4))).get(day) === works) next.delete(day);
    else next.set(day, works);
  }
  return next;
}
