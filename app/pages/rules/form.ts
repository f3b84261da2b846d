import { z } from "zod";

const textSchema = z.string().max(600_000).catch("");

/** A text of a form, "" for none and for one that no page sends. */
export function rulesTextOf(form: FormData, name: string): string {
  return textSchema.parse(form.get(name));
}
