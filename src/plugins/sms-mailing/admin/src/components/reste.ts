/** A refusal stays on screen until it is closed: it says what to do. */
export const RESTE = { blockTransition: true } as const;
