import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomePage.vue') },
  { path: '/month', component: () => import('./pages/MonthPage.vue') },
  { path: '/month/edit', component: () => import('./pages/EditPage.vue') },
  { path: '/month/file/:id', component: () => import('./pages/ListFilePage.vue') },
  { path: '/month/list/:id', component: () => import('./pages/ListPage.vue') },
  { path: '/suspense', component: () => import('./pages/SuspensePage.vue') },
];
