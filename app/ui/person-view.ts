/** Who did something, to somebody who looks; null when there is nothing to say. */
export type PersonView = "you" | "colleague" | { name: string } | null;
