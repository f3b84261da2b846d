import { z } from "zod";

/** A text of a form, "" for none and for one that no page sends. */
export function textOf(form: FormData, name: string): string {
  return z.string().max(4_000).catch("").parse(form.get(name));
}

/** The list's address that the person sees: its parameters. */
export function addressOf(form: FormData): string {
  return textOf(form, "query");
}
