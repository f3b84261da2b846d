/** What all requests together hold of bodies at a time. */
export interface BodyBudget {
  /** @returns false when there is no room */
  take(bytes: number): boolean;
  give(bytes: number): void;
  readonly taken: number;
}

export function createBodyBudget(maxBytes: number): BodyBudget {
  let taken = 0;
  return {
    take(bytes) {
      if (taken + bytes > maxBytes) return false;
      taken += bytes;
      return true;
    },
    give(bytes) {
      taken -= bytes;
    },
    get taken() {
      return taken;
    },
  };
}
