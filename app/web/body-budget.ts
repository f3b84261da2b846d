/**
 * Whose bodies take which room. What comes from one lane takes none of the others': a flood of strangers turns no webhook away,
 * large webhooks, which we ask for none of, keep no small one waiting.
 */
export type BodyLane = "pages" | "webhooks" | "largeWebhooks" | "strangers";

/** At once, in bytes. A webhook that we subscribe to has below 1 kB, a page sends at most 4.6 MB. */
const roomOf: Record<BodyLane, number> = {
  pages: 40_000_000,
  webhooks: 8_000_000,
  largeWebhooks: 14_000_000,
  strangers: 2_000_000,
};

/** What all requests together hold of bodies at a time. */
export interface BodyBudget {
  /** @param sender holds at most half of the room of pages. @returns false when there is no room */
  take(lane: BodyLane, sender: string, bytes: number): boolean;
  give(lane: BodyLane, sender: string, bytes: number): void;
  readonly taken: number;
}

export function createBodyBudget(rooms: Record<BodyLane, number> = roomOf): BodyBudget {
  const held = new Map<string, number>();
  const heldBy = (key: string) => held.get(key) ?? 0;
  const add = (key: string, bytes: number) => {
    const next = heldBy(key) + bytes;
    if (next > 0) held.set(key, next);
    else held.delete(key);
  };
  const senderKey = (lane: BodyLane, sender: string) => `${lane} ${sender}`;
  return {
    take(lane, sender, bytes) {
      if (heldBy(lane) + bytes > rooms[lane]) return false;
      if (lane === "pages" && heldBy(senderKey(lane, sender)) + bytes > rooms[lane] / 2) return false;
      add(lane, bytes);
      add(senderKey(lane, sender), bytes);
      return true;
    },
    give(lane, sender, bytes) {
      add(lane, -bytes);
      add(senderKey(lane, sender), -bytes);
    },
    get taken() {
      const lanes: BodyLane[] = ["pages", "webhooks", "largeWebhooks", "strangers"];
      return lanes.reduce((sum, lane) => sum + heldBy(lane), 0);
    },
  };
}
