// Starts one of the three halls: session, routes, shell.

import { createApp, type Component } from 'vue';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { session, startSession } from '@/api/session';
import { inWechat } from './browser';
import './tokens.css';
import './base.css';
import HallShell from './HallShell.vue';
import { hall, type MenuItem } from './hall';
import { OPEN } from './open';
import { followView } from './view';

export interface Hall {
  name: 'citizens' | 'employers' | 'staff';
  base: string;
  title: string;
  subtitle: string;
  menu: MenuItem[];
  login: Component;
  routes: RouteRecordRaw[];
  /** Pages as broad as the window, for tables. */
  wide?: boolean;
}

/** Start it. */
export async function startHall(made: Hall): Promise<void> {
  followView();
  Object.assign(hall, {
    name: made.name, base: made.base, title: made.title, subtitle: made.subtitle, menu: made.menu, wide: made.wide ?? false,
  });
  await startSession(made.name, made.base);
  const router = createRouter({
    history: createWebHistory(made.base),
    routes: [
      { path: '/login', component: made.login, meta: OPEN },
      ...made.routes,
      { path: '/:rest(.*)*', component: () => import('./NoSuchPage.vue'), meta: OPEN },
    ],
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  });
  router.beforeEach((to) => {
    if (to.path === '/login') return session.value ? { path: '/', replace: true } : true;
    if (session.value || to.meta['open']) return true;
    return { path: '/login', query: to.fullPath === '/' ? {} : { next: to.fullPath }, replace: true };
  });
  router.afterEach((to, from) => { hall.moved = from.matched.length > 0 && to.fullPath !== from.fullPath; });
  // A page whose files were replaced by a newer build is fetched anew.
  router.onError((error: unknown, to) => {
    if (/import|fetch|load/i.test(String(error))) location.assign(made.base.replace(/\/$/, '') + to.fullPath);
  });
  if (inWechat) void import('./wechat').then((wechat) => wechat.settle(router));
  createApp(HallShell, { login: made.login }).use(router).mount('#app');
}
