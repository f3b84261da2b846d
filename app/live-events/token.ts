import { type Signs, type Topic, topics } from "./read-signs.ts";

/** Signs as a page keeps them until it asks again. */
export function tokenOf(signs: Signs): string {
  return topics.map((topic) => signs[topic]).join(".");
}

/** The topics that have another sign than in a token. A token of another version of the app knows nothing: all of them. */
export function changedSince(token: string, signs: Signs): Topic[] {
  const before = token.split(".");
  return topics.filter((topic, at) => before[at] !== signs[topic]);
}
