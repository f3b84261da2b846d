import type { ContentState } from "../db/schema/index.ts";

/** Products of a queue by what a person has to do with them, the gravest first. */
export const lanes = ["conflicts", "blocked", "warnings", "clean"] as const;
export type Lane = (typeof lanes)[number];

const stateOfLane = {
  conflicts: "conflict",
  blocked: "blocked",
  warnings: "warned",
  clean: "needs_review",
} as const satisfies Record<Lane, ContentState>;

/** In which states a product waits for a review. */
export const reviewStates: readonly ContentState[] = lanes.map((lane) => stateOfLane[lane]);

/** @returns null where nothing is left to review */
export function laneOf(state: ContentState): Lane | null {
  return lanes.find((lane) => stateOfLane[lane] === state) ?? null;
}

/** @param lane undefined: all of them */
export function statesOf(lane: Lane | undefined): readonly ContentState[] {
  return lane === undefined ? reviewStates : [stateOfLane[lane]];
}
