// Server-sent events over fetch: EventSource cannot send the Authorization header.

/** Makes events of the text of a stream, however it is cut into pieces. */
export class EventParser {
  constructor() {
    this.rest = "";
    this.lastEventId = "";
    this.retryMs = 2000;
    this.reset();
  }

  reset() {
    this.type = "message";
    this.data = [];
    this.id = this.lastEventId;
  }

  /** Take a piece of text; returns the events that are complete. */
  push(text) {
    const events = [];
    this.rest += text;
    const lines = this.rest.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop();
    for (const line of lines) {
      if (line === "") {
        this.lastEventId = this.id;
        if (this.data.length) events.push({ type: this.type, data: this.data.join("\n"), id: this.lastEventId });
        this.reset();
      } else if (!line.startsWith(":")) {
        this.field(line);
      }
    }
    return events;
  }

  field(line) {
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") this.data.push(value);
    else if (name === "event") this.type = value;
    else if (name === "id" && !value.includes("\0")) this.id = value;
    else if (name === "retry" && /^[0-9]+$/.test(value)) this.retryMs = Number(value);
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

/**
 * Follow a stream until it says `end`, answers 204, or the signal aborts; comes back with Last-Event-ID.
 * `open(headers, signal)` fetches; `onEvent` gets each event, `onOpen(true|false)` whether it is live.
 */
export async function follow(open, onEvent, onOpen, signal) {
  const parser = new EventParser();
  let failures = 0;
  while (!signal.aborted) {
    try {
      const headers = { Accept: "text/event-stream" };
      if (parser.lastEventId) headers["Last-Event-ID"] = parser.lastEventId;
      const answer = await open(headers, signal);
      if (answer.status === 204) return;
      onOpen(true);
      failures = 0;
      parser.rest = "";
      parser.reset();
      if (await read(answer, parser, onEvent)) return;
    } catch (error) {
      if (signal.aborted) return;
      if (error.status >= 400 && error.status < 500 && error.status !== 429) throw error;
      failures += 1;
    } finally {
      onOpen(false);
    }
    await pause(Math.min(parser.retryMs * 2 ** Math.max(0, failures - 1), 30000), signal);
  }
}

async function read(answer, parser, onEvent) {
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return false;
    for (const event of parser.push(decoder.decode(value, { stream: true }))) {
      if (event.type === "end") {
        await reader.cancel();
        return true;
      }
      onEvent(event);
    }
  }
}
