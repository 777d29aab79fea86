import type { RouteRecordRaw } from 'vue-router';
import { acting } from '../employers/acting';
import { routes as ofEmployers } from '../employers/routes';

/** What an employer alone does: it asks in hardship, corrects names, agrees to transfers and sends files with its own login. */
const ITS_OWN = new Set(['/', '/register', '/month/file/:id', '/business/identity', '/business/hardship', '/transfers']);

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/ChoosePage.vue') },
  { path: '/proposed', component: () => import('./pages/ProposedPage.vue') },
  ...ofEmployers.filter((one) => !ITS_OWN.has(one.path)).map((one) => ({ ...one, beforeEnter: () => (acting.value ? true : '/') }) as RouteRecordRaw),
];
