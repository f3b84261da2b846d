import type { Loss, LossKind } from "./losses-of-html.ts";

export const lossNames: Record<LossKind, [one: string, many: string]> = {
  image: ["image", "images"],
  video: ["video", "videos"],
  link: ["link", "links"],
  table: ["table", "tables"],
  heading: ["heading", "headings"],
  list: ["list", "lists"],
  bold: ["bold passage", "bold passages"],
};

/** How many of each kind there are; a kind of which there is none is absent. */
export type LossCounts = Partial<Record<LossKind, number>>;

export function countLosses(losses: readonly Pick<Loss, "kind">[]): LossCounts {
  const counts: LossCounts = {};
  for (const { kind } of losses) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** "1 image and 2 links"; "" for nothing. */
export function nameLosses(losses: readonly Pick<Loss, "kind">[]): string {
  return nameLossCounts(countLosses(losses));
}

/** As {@link nameLosses}. */
export function nameLossCounts(counts: LossCounts): string {
  const named = (Object.keys(lossNames) as LossKind[]).flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [`${count} ${lossNames[kind][count === 1 ? 0 : 1]}`];
  });
  return new Intl.ListFormat("en").format(named);
}
