// Which of the four halls this is, and what its shell shows.

import { reactive } from 'vue';

/** Where to; `roles` where it is not for everybody; `group` where there are too many for a row: the heading it stands under. */
export interface MenuItem { to: string; text: string; roles?: readonly string[]; group?: string }

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
