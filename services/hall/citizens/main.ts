import { startHall } from '@/kit/start';
import LoginPage from './pages/LoginCitizen.vue';
import { routes } from './routes';

void startHall({
  name: 'citizens', base: '/hall/', title: '住房公积金网上服务厅', subtitle: '网上服务厅 · 个人',
  menu: [{ to: '/', text: '首页' }],
  login: LoginPage, routes,
});
