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

/** "1 image and 2 links"; "" for nothing. */
export function nameLosses(losses: readonly Pick<Loss, "kind">[]): string {
  const counts = (Object.keys(lossNames) as LossKind[]).flatMap((kind) => {
    const count = losses.filter((loss) => loss.kind === kind).length;
    return count === 0 ? [] : [`${count} ${lossNames[kind][count === 1 ? 0 : 1]}`];
  });
  return new Intl.ListFormat("en").format(counts);
}
