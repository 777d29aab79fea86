// Starts one of the halls: session, routes, shell.

import { createApp, type Component } from 'vue';
import { createMemoryHistory, createRouter, createWebHistory, type RouteRecordRaw, type Router } from 'vue-router';
import { abandon, session, startSession, whenTaken } from '@/api/session';
import { inWechat } from './browser';
import './tokens.css';
import './base.css';
import HallShell from './HallShell.vue';
import { hall, type MenuItem } from './hall';
import { OPEN } from './open';
import { enlarge, followView } from './view';

export interface Hall {
  name: 'citizens' | 'employers' | 'staff' | 'kiosk';
  base: string;
  title: string;
  subtitle: string;
  menu: MenuItem[];
  login: Component;
  routes: RouteRecordRaw[];
  /** Pages as broad as the window, for tables. */
  wide?: boolean;
  /** Whether one may open a page whose `meta.right` names a right. */
  may?: (right: string) => boolean;
  /** What surrounds the pages, where it is not what surrounds the others'. */
  shell?: Component;
  /** Many people use it one after the other: nothing is stored, no address says where anybody was. */
  leavesNothing?: boolean;
  /** Called once everything stands, before the first page. */
  begun?: (router: Router) => void;
}

/** Start it. */
export async function startHall(made: Hall): Promise<void> {
  const alone = made.leavesNothing ?? false;
  if (alone) enlarge();
  else followView();
  Object.assign(hall, {
    name: made.name, base: made.base, title: made.title, subtitle: made.subtitle, menu: made.menu, wide: made.wide ?? false,
  });
  await startSession(made.name, made.base, alone);
  const router = createRouter({
    history: alone ? createMemoryHistory(made.base) : createWebHistory(made.base),
    routes: [
      { path: '/login', component: made.login, meta: OPEN },
      ...made.routes,
      { path: '/:rest(.*)*', component: () => import('./NoSuchPage.vue'), meta: OPEN },
    ],
    scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  });
  router.beforeEach((to) => {
    if (to.path === '/login') return session.value ? { path: '/', replace: true } : true;
    const right = to.meta['right'];
    if (session.value && typeof right === 'string' && made.may && !made.may(right)) return { path: `/no-right/${right}`, replace: true };
    if (session.value || to.meta['open']) return true;
    return { path: '/login', query: to.fullPath === '/' ? {} : { next: to.fullPath }, replace: true };
  });
  whenTaken(() => {
    const { path, query } = router.currentRoute.value;
    if (path === '/login') void router.replace(String(query['next'] ?? '/'));
  });
  router.afterEach((to, from) => { hall.moved = from.matched.length > 0 && to.fullPath !== from.fullPath; });
  // A page whose files were replaced by a newer build is fetched anew.
  router.onError((error: unknown, to) => {
    if (!/import|fetch|load/i.test(String(error))) return;
    if (alone) void abandon();
    else location.assign(made.base.replace(/\/$/, '') + to.fullPath);
  });
  made.begun?.(router);
  if (inWechat) void import('./wechat').then((wechat) => wechat.settle(router));
  createApp(made.shell ?? HallShell, { login: made.login }).use(router).mount('#app');
}
