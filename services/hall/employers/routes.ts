import type { RouteRecordRaw } from 'vue-router';
import { OPEN } from '@/kit/open';

const changes = () => import('./pages/ChangesPage.vue');

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomePage.vue') },
  { path: '/register', component: () => import('./pages/RegisterPage.vue'), meta: OPEN },
  { path: '/month', component: () => import('./pages/MonthPage.vue') },
  { path: '/month/edit', meta: { right: 'draft' }, component: () => import('./pages/EditPage.vue') },
  { path: '/month/file/:id', component: () => import('./pages/ListFilePage.vue') },
  { path: '/month/list/:id', component: () => import('./pages/ListPage.vue') },
  { path: '/suspense', component: () => import('./pages/SuspensePage.vue') },
  { path: '/business', component: () => import('./pages/BusinessPage.vue') },
  { path: '/business/seal', component: changes, meta: { kind: 'seal', right: 'draft' } },
  { path: '/business/unseal', component: changes, meta: { kind: 'unseal', right: 'draft' } },
  { path: '/business/base', component: changes, meta: { kind: 'base', right: 'draft' } },
  { path: '/business/open', meta: { right: 'draft' }, component: () => import('./pages/OpenPage.vue') },
  { path: '/business/round', meta: { right: 'draft' }, component: () => import('./pages/RoundPage.vue') },
  { path: '/business/ratio', meta: { right: 'confirm' }, component: () => import('./pages/RatioPage.vue') },
  { path: '/business/back', meta: { right: 'draft' }, component: () => import('./pages/BackPage.vue') },
  { path: '/business/back/:id', component: () => import('./pages/BackPaymentPage.vue') },
  { path: '/business/hardship', component: () => import('./pages/HardshipPage.vue') },
  { path: '/business/identity', meta: { right: 'confirm' }, component: () => import('./pages/IdentityPage.vue') },
  { path: '/transfers', component: () => import('./pages/TransfersPage.vue') },
  { path: '/records', component: () => import('./pages/RecordsPage.vue') },
  { path: '/records/lists', component: () => import('./pages/ListsPage.vue') },
  { path: '/records/complaints', component: () => import('./pages/ComplaintsPage.vue') },
  { path: '/no-right/:right', component: () => import('./pages/NoRightPage.vue'), props: true },
  { path: '/company', component: () => import('./pages/CompanyPage.vue') },
];
