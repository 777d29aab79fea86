// The citizens' own pages, those that one reads standing up; any other address says where that is done.

import type { RouteRecordRaw } from 'vue-router';
import { OPEN } from '@/kit/open';

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomeKiosk.vue') },
  { path: '/account', component: () => import('@/citizens/pages/AccountPage.vue') },
  { path: '/applications', component: () => import('@/citizens/pages/ApplicationsPage.vue') },
  { path: '/applications/:id', component: () => import('@/citizens/pages/ApplicationPage.vue'), props: true },
  { path: '/documents', component: () => import('@/citizens/pages/DocumentsPage.vue') },
  { path: '/:rest(.*)*', component: () => import('./pages/ElsewherePage.vue'), meta: OPEN },
];
