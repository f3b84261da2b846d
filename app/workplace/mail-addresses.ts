import { isMailAddress } from "../mail/mail-address.ts";

/** More is a mailing list, which is one address. */
export const mostMailAddresses = 5;

/** Why the addresses for mail were not kept. */
export type MailProblem =
  | { code: "too_many_addresses"; most: number }
  | { code: "not_an_address"; address: string }
  /** mail is wanted, and nobody is named */
  | { code: "no_address_for_mail" };

/** Each once, whatever its letters' case. */
export function eachOnce(addresses: readonly string[]): string[] {
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

export function problemOfAddresses(wish: { mailRuns: boolean; mailTo: readonly string[] }): MailProblem | null {
  const wrong = wish.mailTo.find((address) => !isMailAddress(address));
  if (wrong !== undefined) return { code: "not_an_address", address: wrong.slice(0, 100) };
  if (eachOnce(wish.mailTo).length > mostMailAddresses) return { code: "too_many_addresses", most: mostMailAddresses };
  return wish.mailRuns && wish.mailTo.length === 0 ? { code: "no_address_for_mail" } : null;
}
