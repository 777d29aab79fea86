import type { RouteRecordRaw } from 'vue-router';
import { OPEN } from '@/kit/open';

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomePage.vue') },
  { path: '/account', component: () => import('./pages/AccountPage.vue') },
  { path: '/apply', component: () => import('./pages/ApplyPage.vue') },
  { path: '/apply/:kind', component: () => import('./pages/ApplyKindPage.vue'), props: true },
  { path: '/applications', component: () => import('./pages/ApplicationsPage.vue') },
  { path: '/applications/:id', component: () => import('./pages/ApplicationPage.vue'), props: true },
  { path: '/agreements', component: () => import('./pages/AgreementsPage.vue') },
  { path: '/loan', component: () => import('./pages/LoanPage.vue') },
  { path: '/loan/:number/course', component: () => import('./pages/LoanCoursePage.vue'), props: true },
  { path: '/loan/:number/repay', component: () => import('./pages/RepayPage.vue'), props: true },
  { path: '/loan/:number/owed', component: () => import('./pages/OwedPage.vue'), props: true },
  { path: '/loan/:number/offset', component: () => import('./pages/OffsetPage.vue'), props: true },
  { path: '/documents', component: () => import('./pages/DocumentsPage.vue') },
  { path: '/codes', component: () => import('./pages/CodesPage.vue') },
  { path: '/check/:number?', component: () => import('./pages/CheckPage.vue'), props: true, meta: OPEN },
  { path: '/messages', component: () => import('./pages/MessagesPage.vue') },
  { path: '/transfers', component: () => import('./pages/TransfersPage.vue') },
  { path: '/disputes', component: () => import('./pages/DisputesPage.vue') },
  { path: '/wechat', component: () => import('./pages/WechatPage.vue') },
  { path: '/safety', component: () => import('./pages/SafetyPage.vue') },
  { path: '/cards', component: () => import('./pages/CardsPage.vue') },
  { path: '/phone', component: () => import('./pages/PhonePage.vue') },
  { path: '/identity', component: () => import('./pages/IdentityPage.vue') },
  { path: '/settings', component: () => import('./pages/SettingsPage.vue') },
];
