// What every page of an employer asks: its own number, and all of something that comes in pages.

import { accounts, told } from '@/api/client';
import type { components } from '@/api/generated/accounts';
import { session } from '@/api/session';
import { acting } from './acting';
import { monthAfter } from '@/lib/dates';

export type Schema = components['schemas'];
const PAGE_ITEMS = 200;
const ITEMS_MAX = 60_000;

/** The path of what belongs to the employer that is logged in, or that staff act for. */
export function own(): { path: { employer_number: string } } {
  return { path: { employer_number: acting.value?.number ?? session.value?.employer_number ?? '' } };
}

/** Read page after page; `seen` hears how many are there. */
export async function everything<T>(
  page: (query: { cursor?: string; limit: number }) => Promise<{ items: T[]; next_cursor: string | null }>, seen: (count: number) => void = () => {},
): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const answer: { items: T[]; next_cursor: string | null } = await page({ limit: PAGE_ITEMS, ...(cursor ? { cursor } : {}) });
    found.push(...answer.items);
    seen(found.length);
    cursor = answer.next_cursor;
  } while (cursor && found.length < ITEMS_MAX);
  return found;
}

/** The employer itself. */
export function employer(): Promise<Schema['Employer']> {
  return told(accounts.GET('/api/accounts/employers/{employer_number}', { params: own() }));
}

/** Its people, in a state or all of them. */
export function people(state: string | null = null, seen?: (count: number) => void): Promise<Schema['StaffAccount'][]> {
  return everything((query) => told(accounts.GET('/api/accounts/employers/{employer_number}/accounts', {
    params: { ...own(), query: { ...query, ...(state ? { state: state as '01' } : {}) } },
  })), seen);
}

/** Its monthly lists, latest first. */
export async function lists(limit = 24): Promise<Schema['RemittanceList'][]> {
  return (await told(accounts.GET('/api/accounts/employers/{employer_number}/lists', { params: { ...own(), query: { limit } } }))).items;
}

/** Its deferrals (缓缴). */
export async function deferrals(): Promise<Schema['Deferral'][]> {
  return (await told(accounts.GET('/api/accounts/employers/{employer_number}/deferrals', { params: own() }))).items;
}

/** What it has asked for in hardship (缓缴、降低缴存比例), latest first. */
export async function hardships(): Promise<Schema['HardshipRequest'][]> {
  return (await told(accounts.GET('/api/accounts/employers/{employer_number}/hardship-requests', { params: own() }))).items;
}

/** The month that a list is to be made for next: the one after the last paid that is not deferred. */
export function monthToRemit(one: Schema['Employer'], deferred: readonly Schema['Deferral'][]): string {
  let month = one.paid_up_to ? monthAfter(one.paid_up_to, 1) : one.registered_on.slice(0, 7);
  while (deferred.some((some) => some.from_month <= month && month <= some.until_month)) month = monthAfter(month, 1);
  return month;
}

/** The list that is neither booked nor taken back, if there is one. */
export function openList(all: readonly Schema['RemittanceList'][]): Schema['RemittanceList'] | undefined {
  return all.find((list) => list.state === 'draft' || list.state === 'confirmed');
}

/** Follow something until it has ended: once a second and a half, slower while the page is hidden. */
export function whileGoing(goes: () => boolean, look: () => Promise<unknown>): () => void {
  const EVERY_MS = 1500;
  let timer = 0;
  const again = async (): Promise<void> => {
    if (goes() && document.visibilityState === 'visible') await look();
    timer = window.setTimeout(() => void again(), EVERY_MS);
  };
  timer = window.setTimeout(() => void again(), EVERY_MS);
  return () => clearTimeout(timer);
}

/** A view of the employer's as a file: its people, what was changed of them, its lists, money in suspense, its history. */
export const files = {
  people: (form: 'xlsx' | 'pdf' | 'csv') => told(accounts.GET('/api/accounts/employers/{employer_number}/accounts/export', { params: { ...own(), query: { form } }, parseAs: 'blob' })),
  changes: (form: 'xlsx' | 'pdf' | 'csv') => told(accounts.GET('/api/accounts/employers/{employer_number}/staff-changes/export', { params: { ...own(), query: { form } }, parseAs: 'blob' })),
  lists: (form: 'xlsx' | 'pdf' | 'csv') => told(accounts.GET('/api/accounts/employers/{employer_number}/lists/export', { params: { ...own(), query: { form } }, parseAs: 'blob' })),
  suspense: (form: 'xlsx' | 'pdf' | 'csv') => told(accounts.GET('/api/accounts/employers/{employer_number}/suspense/export', { params: { ...own(), query: { form } }, parseAs: 'blob' })),
  history: (form: 'xlsx' | 'pdf' | 'csv') => told(accounts.GET('/api/accounts/employers/{employer_number}/history/export', { params: { ...own(), query: { form } }, parseAs: 'blob' })),
};
