/** Words of a product's data that are addressed to a machine, hidden from readers or encoded: evidence for nothing. */
export interface MachineWords {
  /** where they are, as a fact's path without its number: `description`, `title`, `attributes.Material`, `tags` */
  path: string;
  /** as people read the place: `Description`, `Title`, `Material` */
  name: string;
  /** as written */
  words: string;
  reason: "addressed_to_machine" | "hidden" | "encoded";
}
