// Server-sent events over fetch: EventSource cannot send the Authorization header. No page, no network of its own.

export interface StreamEvent { type: string; data: string; id: string }

/** Makes events of the text of a stream, however it is cut into pieces. */
export class EventParser {
  lastEventId = '';
  retryMs = 2000;
  #rest = '';
  #type = 'message';
  #data: string[] = [];
  #id = '';

  /** Begin a new answer; what was half said before is dropped. */
  restart(): void {
    this.#rest = '';
    this.#reset();
  }

  #reset(): void {
    this.#type = 'message';
    this.#data = [];
    this.#id = this.lastEventId;
  }

  /** Take a piece of text; returns the events that are complete. */
  push(text: string): StreamEvent[] {
    const events: StreamEvent[] = [];
    this.#rest += text;
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        this.lastEventId = this.#id;
        if (this.#data.length) events.push({ type: this.#type, data: this.#data.join('\n'), id: this.lastEventId });
        this.#reset();
      } else if (!line.startsWith(':')) {
        this.#field(line);
      }
    }
    return events;
  }

  #field(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#data.push(value);
    else if (name === 'event') this.#type = value;
    else if (name === 'id' && !value.includes('\0')) this.#id = value;
    else if (name === 'retry' && /^[0-9]+$/.test(value)) this.retryMs = Number(value);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

/** Opens the stream after an event; throws an error with a `status`, 0 where nobody answered. */
export type Open = (lastEventId: string) => Promise<Response>;

/**
 * Follow a stream until it says `end`, answers 204, or the signal aborts; comes back with Last-Event-ID.
 * `onEvent` gets each event, `onLive` whether the line stands. Throws what will not become better by waiting.
 */
export async function follow(
  open: Open, onEvent: (event: StreamEvent) => void, onLive: (live: boolean) => void, signal: AbortSignal,
): Promise<void> {
  const parser = new EventParser();
  let failures = 0;
  while (!signal.aborted) {
    try {
      const answer = await open(parser.lastEventId);
      if (answer.status === 204) return;
      onLive(true);
      failures = 0;
      parser.restart();
      if (await read(answer, parser, onEvent)) return;
    } catch (error) {
      if (signal.aborted) return;
      const status = (error as { status?: number }).status ?? 0;
      if (status >= 400 && status < 500 && status !== 429) throw error;
      failures += 1;
    } finally {
      onLive(false);
    }
    await pause(Math.min(parser.retryMs * 2 ** Math.max(0, failures - 1), 30_000), signal);
  }
}

async function read(answer: Response, parser: EventParser, onEvent: (event: StreamEvent) => void): Promise<boolean> {
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return false;
    for (const event of parser.push(decoder.decode(value, { stream: true }))) {
      if (event.type === 'end') {
        await reader.cancel();
        return true;
      }
      onEvent(event);
    }
  }
}
