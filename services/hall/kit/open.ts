// What a route says of itself; apart from `start`, so that routes do not import what imports them.

/** A page that is open to who is not logged in. */
export const OPEN = { open: true } as const;
