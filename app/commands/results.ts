/** Nothing was changed: somebody else changed it since the asker looked at it. */
export interface Stale {
  kind: "stale";
}

/** The shop has no such thing any more. */
export interface NotFound {
  kind: "not_found";
}

/** Nothing was changed: what was asked for is not valid. `message` is the feature's own, for the person who entered it. */
export interface Invalid {
  kind: "invalid";
  message: string;
}

export const stale: Stale = { kind: "stale" };
export const notFound: NotFound = { kind: "not_found" };

export function invalid(message: string): Invalid {
  return { kind: "invalid", message };
}
