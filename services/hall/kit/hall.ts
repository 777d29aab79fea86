// Which of the four halls this is, and what its shell shows.

import { reactive } from 'vue';

/** Where to; `role` where it is for one post alone. */
export interface MenuItem { to: string; text: string; role?: string }

/** Set once by `startHall`. */
export const hall = reactive({
  name: '' as 'citizens' | 'employers' | 'staff' | 'kiosk',
  base: '/hall/',
  title: '',
  subtitle: '',
  menu: [] as MenuItem[],
  wide: false,
  /** Whether a page was opened from another one: then its heading takes the focus. */
  moved: false,
});
