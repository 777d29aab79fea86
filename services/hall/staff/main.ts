import { startHall } from '@/kit/start';
import LoginStaff from './pages/LoginStaff.vue';
import { routes } from './routes';

void startHall({
  name: 'staff', base: '/hall/staff/', title: '住房公积金业务系统', subtitle: '业务系统 · 工作人员',
  menu: [{ to: '/', text: '首页' }],
  login: LoginStaff, routes, wide: true,
});
