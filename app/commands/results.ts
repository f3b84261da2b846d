/** Nothing was changed: somebody else changed it since the asker looked at it. */
export interface Stale {
  kind: "stale";
}

/** The shop has no such thing any more. */
export interface NotFound {
  kind: "not_found";
}

/** Nothing was changed: what was asked for is not valid. `problem` is the feature's own code. */
export interface Invalid<Problem> {
  kind: "invalid";
  problem: Problem;
}

export const stale: Stale = { kind: "stale" };
export const notFound: NotFound = { kind: "not_found" };

export function invalid<Problem>(problem: Problem): Invalid<Problem> {
  return { kind: "invalid", problem };
}
