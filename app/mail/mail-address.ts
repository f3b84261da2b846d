import { z } from "zod";

const addressSchema = z.email().max(254);

/** Whether the text is one plain address: no name, no list, nothing that a mail's head or an SMTP command could be broken by. */
export function isMailAddress(text: string): boolean {
  return addressSchema.safeParse(text).success;
}
