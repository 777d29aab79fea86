// A service's live stream, as whoever is logged in.

import { follow as followStream, type StreamEvent } from '@/lib/events';
import { problemOf } from './problem';
import { sendAs } from './session';

/** Follow it until it ends or the signal aborts; see `lib/events.ts`. */
export function follow(
  path: string, onEvent: (event: StreamEvent) => void, onLive: (live: boolean) => void, signal: AbortSignal,
): Promise<void> {
  return followStream(async (lastEventId) => {
    const headers = { Accept: 'text/event-stream', ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}) };
    const answer = await sendAs(new Request(new URL(path, location.origin), { headers, signal, cache: 'no-store' }));
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }, onEvent, onLive, signal);
}
