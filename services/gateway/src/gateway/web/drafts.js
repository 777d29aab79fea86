// What was filled in when a session ended: back in the form after the same person's next login, nobody else's.

const CHECKED = new Set(["radio", "checkbox"]);

/** What stands in fields: each by its id, or by its name and value where several share a name. */
export function snapshot(fields) {
  return fields.map((field) => ({
    key: keyOf(field),
    ...(CHECKED.has(field.type) ? { checked: field.checked } : { value: field.value }),
  }));
}

/** Put it back; fields that are not there any more are left out. Each field tells its listeners. */
export function fill(fields, kept) {
  const known = new Map(kept.map((one) => [one.key, one]));
  for (const field of fields) {
    const found = known.get(keyOf(field));
    if (!found) continue;
    if (CHECKED.has(field.type)) field.checked = found.checked;
    else field.value = found.value;
    const tells = CHECKED.has(field.type) ? found.checked : found.value !== "";
    if (tells) for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

function keyOf(field) {
  return field.id || `${field.name}=${field.value}`;
}

/** The draft of one tab; in memory only, so that it goes with the tab. */
export class Draft {
  #kept = null;

  /** Keep what the person of this session has filled in, and where. */
  keep(person, address, fields) {
    this.#kept = { person, address, fields: snapshot(fields) };
  }

  /** Give it to the same person, once; anybody else's login throws it away. */
  take(person) {
    const kept = this.#kept;
    this.#kept = null;
    return kept && kept.person === person ? kept : null;
  }
}

/** Whose an access token is; it is only read here, the services verify it. */
export function personOf(token) {
  const part = token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
  return JSON.parse(atob(part)).sub;
}
