// In whose browser the hall is open: WeChat's own (微信内置浏览器) saves no files, prints nothing and opens no windows.

import { ref } from 'vue';

/** The address that the page was loaded from: on iOS WeChat checks a page's signature against this one for good. */
export const landing = location.href.replace(/#.*$/, '');
/** Whether the page is inside WeChat. */
export const inWechat = /\bMicroMessenger\//.test(navigator.userAgent);
/** Whether the page is on a self-service terminal, which keeps no file of anybody. */
export const onKiosk = location.pathname.startsWith('/hall/kiosk/');
/** Whether files can be saved and pages printed: WeChat on a computer can, on a phone it cannot. */
export const canSave = !onKiosk && (!inWechat || /\b(Windows|Mac)Wechat\b/.test(navigator.userAgent));
export const onApple = /\b(iPhone|iPad)\b/.test(navigator.userAgent);
/** Whether WeChat may still hold the page for another one: on iOS, after a move inside the hall, until it is loaded anew. */
export const elsewhere = (): boolean => onApple && landing !== location.href.replace(/#.*$/, '');
/** Name of the file that somebody wanted and cannot have here; the shell says how to get it. */
export const unsaved = ref('');
