// The page of a terminal without a network: it asks again and again, and makes way for the terminal's own as soon as there is an answer.

import { enlarge } from '@/kit/view';
import '@/kit/tokens.css';
import '@/kit/base.css';
import './kiosk.css';

const PLACE = '/hall/kiosk/';
const AGAIN_AFTER_MS = 5_000;
const WITHIN_MS = 4_000;

async function look(): Promise<void> {
  const there = await fetch(PLACE, { cache: 'no-store', signal: AbortSignal.timeout(WITHIN_MS) }).then((answer) => answer.ok, () => false);
  if (there) location.replace(PLACE);
  else setTimeout(() => void look(), AGAIN_AFTER_MS);
}

enlarge();
addEventListener('contextmenu', (event) => event.preventDefault());
addEventListener('online', () => location.replace(PLACE));
void look();
