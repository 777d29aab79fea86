import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomePage.vue') },
  { path: '/proposals', component: () => import('./pages/ProposalsPage.vue') },
  { path: '/reviews', component: () => import('./pages/ReviewsPage.vue') },
  { path: '/reviews/:id', component: () => import('./pages/ReviewPage.vue'), props: true },
  { path: '/people', component: () => import('./pages/PeoplePage.vue') },
  { path: '/employers/:number?', component: () => import('./pages/EmployerPage.vue'), props: true },
  { path: '/loans/:number?', component: () => import('./pages/LoanPage.vue'), props: true },
  { path: '/consents', component: () => import('./pages/ConsentsPage.vue') },
  { path: '/deaths', component: () => import('./pages/DeathsPage.vue') },
  { path: '/deaths/:id', component: () => import('./pages/DeathPage.vue'), props: true },
  { path: '/notices', component: () => import('./pages/NoticesPage.vue') },
  { path: '/codes', component: () => import('./pages/CodesPage.vue') },
  { path: '/books', component: () => import('./pages/BooksPage.vue') },
  { path: '/credit', component: () => import('./pages/CreditPage.vue') },
  { path: '/state', component: () => import('./pages/StatePage.vue') },
  { path: '/jobs', component: () => import('./pages/JobsPage.vue') },
  { path: '/parked', component: () => import('./pages/ParkedPage.vue') },
  { path: '/terminals', component: () => import('./pages/TerminalsPage.vue') },
  { path: '/audit', component: () => import('./pages/AuditPage.vue') },
  { path: '/errors', component: () => import('./pages/ErrorsPage.vue') },
];
