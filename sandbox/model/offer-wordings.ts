import type { Random } from "../shared/random.ts";

/** What models make of a wish for further wordings: `mixed` is each of the others at times, mostly what was asked for. */
export const wordingsHabits = ["asked", "fewer", "equal", "none", "mixed"] as const;
export type WordingsHabit = (typeof wordingsHabits)[number];

/** How often `mixed` does what was asked for. */
const asAsked = 0.8;

/** Which of them a model follows in one answer. */
export function habitOf(habit: WordingsHabit, random: Random): Exclude<WordingsHabit, "mixed"> {
  if (habit !== "mixed") return habit;
  return random.chance(asAsked) ? "asked" : random.pick(["fewer", "equal", "none"] as const);
}

/**
 * Further wordings of one text, as many as asked for where it has something else to say.
 * @param text the one beside which they stand
 * @param write makes a text of a number: not every number makes another one
 */
export function offerWordings(
  text: string,
  { others, habit, write }: { others: number; habit: WordingsHabit; write(number: number): string },
): string[] {
  switch (habit) {
    case "none":
      return [];
    case "equal":
      return Array.from({ length: others }, () => text);
    default: {
      const wordings = new Set<string>();
      const wanted = habit === "fewer" ? others - 1 : others;
      for (let number = 1; number <= 12 && wordings.size < wanted; number++) {
        const wording = write(number);
        if (wording !== text) wordings.add(wording);
      }
      return [...wordings];
    }
  }
}
