import { throughTerminal } from '@/api/session';
import { onPaper } from '@/kit/files';
import { startHall } from '@/kit/start';
import KioskShell from './KioskShell.vue';
import LoginKiosk from './pages/LoginKiosk.vue';
import { toPaper } from './paper';
import { routes } from './routes';
import { start, terminal, token } from './terminal';
import './kiosk.css';

const BASE = '/hall/kiosk/';
throughTerminal(token);
onPaper((name, pdf) => {
  if (terminal.printer === 'none') return false;
  toPaper(name.replace(/\.pdf$/, ''), pdf);
  return true;
});
start();
addEventListener('contextmenu', (event) => event.preventDefault());
// Without it, e.g. in a browser that keeps nothing, only a start without the network shows nothing.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register(`${BASE}worker.js`, { scope: BASE }).catch(() => undefined);
void startHall({
  name: 'kiosk', base: BASE, title: '住房公积金自助终端', subtitle: '自助终端',
  menu: [
    { to: '/', text: '余额' },
    { to: '/account', text: '缴存明细' },
    { to: '/applications', text: '提取进度' },
    { to: '/documents', text: '证明和对账单' },
  ],
  login: LoginKiosk, routes, shell: KioskShell, leavesNothing: true,
});
