// The hall in WeChat's browser: signed pages, nothing to forward, WeChat's text size as ours, a way back to the talk.

import type { Router } from 'vue-router';
import wx from 'weixin-js-sdk';
import { told, wechatOpen } from '@/api/client';
import { landing, onApple } from './browser';

interface Bridge {
  invoke(name: string, given: object): void;
  on(name: string, heard: (told: { fontSize?: string | number }) => void): void;
}

/** What would hand a page of one's own money to others. Copying the address and opening it elsewhere stay. */
const HIDDEN = ['appMessage', 'timeline', 'qq', 'weiboApp', 'QZone', 'facebook'].map((where) => `menuItem:share:${where}`);
const PROBE_PX = 100, MOST = 1.4, ORDINARY = 0;
/** WeChat's steps of 调整字体, from small to extra large → ours. Nobody is given smaller letters than the hall's. */
const STEPS: Record<string, number> = { 1: 1, 2: 1, 3: 1.15, 4: 1.3 };

/** Do for a page what WeChat's browser needs. */
export function settle(router: Router): void {
  let signed = '';
  const sign = async (): Promise<void> => {
    const address = () => (onApple ? landing : location.href.replace(/#.*$/, ''));
    const url = address();
    if (url === signed) return;
    signed = url;
    const made = await told(wechatOpen.GET('/api/wechat/page-signature', { params: { query: { url } } }));
    // Somebody has gone on meanwhile: WeChat would hold the signature against the new address, which has its own.
    if (url !== address()) return;
    wx.config({ debug: false, appId: made.app_id, timestamp: made.timestamp, nonceStr: made.nonce, signature: made.signature, jsApiList: ['hideMenuItems', 'closeWindow'], openTagList: ['wx-open-subscribe'] });
  };
  // Without a signature the hall works as well: WeChat only keeps its own menu as it is.
  const quietly = () => void sign().catch(() => { signed = ''; });
  wx.ready(() => wx.hideMenuItems({ menuList: HIDDEN as never }));
  router.afterEach(quietly);
  void router.isReady().then(quietly);
  whenBridged(followTextSize);
}

/** Close the page: the talk with the account is behind it. */
export function leave(): void {
  wx.closeWindow();
}

function whenBridged(then: (bridge: Bridge) => void): void {
  const found = () => (window as unknown as { WeixinJSBridge?: Bridge }).WeixinJSBridge;
  const bridge = found();
  if (bridge) then(bridge);
  else document.addEventListener('WeixinJSBridgeReady', () => then(found()!), { once: true });
}

/** WeChat enlarges letters alone, past what a line or a button holds: take its step, and enlarge the whole page. */
function followTextSize(bridge: Bridge): void {
  enlarge(askedScale());
  bridge.invoke('setFontSizeCallback', { fontSize: ORDINARY });
  bridge.on('menu:setfont', (told) => {
    bridge.invoke('setFontSizeCallback', { fontSize: ORDINARY });
    enlarge(STEPS[String(told.fontSize)] ?? 1);
  });
}

function enlarge(times: number): void {
  document.documentElement.style.setProperty('--scale', String(Math.min(MOST, Math.max(1, times))));
  document.documentElement.dataset['scaled'] = '';
}

/** By how much WeChat enlarges letters now: Android in what it computes, iOS by a style of the body. */
function askedScale(): number {
  const probe = document.createElement('span');
  probe.style.fontSize = `${PROBE_PX}px`;
  document.body.append(probe);
  const zoomed = parseFloat(getComputedStyle(probe).fontSize) / PROBE_PX;
  probe.remove();
  const adjusted = parseFloat(getComputedStyle(document.body).getPropertyValue('-webkit-text-size-adjust')) / 100;
  return Math.max(zoomed || 1, adjusted || 1);
}
