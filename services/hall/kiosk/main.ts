import { throughTerminal } from '@/api/session';
import { startHall } from '@/kit/start';
import KioskShell from './KioskShell.vue';
import LoginKiosk from './pages/LoginKiosk.vue';
import { routes } from './routes';
import { start, token } from './terminal';
import './kiosk.css';

throughTerminal(token);
start();
addEventListener('contextmenu', (event) => event.preventDefault());
void startHall({
  name: 'kiosk', base: '/hall/kiosk/', title: '住房公积金自助终端', subtitle: '自助终端',
  menu: [
    { to: '/', text: '余额' },
    { to: '/account', text: '缴存明细' },
    { to: '/applications', text: '提取进度' },
    { to: '/documents', text: '证明和对账单' },
  ],
  login: LoginKiosk, routes, shell: KioskShell, leavesNothing: true,
});
