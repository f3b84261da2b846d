import type { Statement } from "../statements/statement.ts";

const letter = /[\p{L}\p{M}\p{N}]/u;

/**
 * Statements without those read in words of the vendor's name where it is written as the name is: "Oak House" is of no oak. A vendor
 * who is called as the thing itself, `Cotton`, names the thing.
 * @param vendor as the shop writes it; empty: none
 */
export function withoutVendorsName<S extends Statement>(statements: readonly S[], text: string, vendor: string): S[] {
  const name = vendor.trim();
  if (name === "" || !text.includes(name)) return [...statements];
  return statements.filter(({ at, quote }) => {
    const from = Math.max(0, at.end - name.length);
    if (quote.length >= name.length) return true;
    for (
      let start = text.indexOf(name, from);
      start !== -1 && start <= at.start;
      start = text.indexOf(name, start + 1)
    ) {
      const end = start + name.length;
      if (end >= at.end && !letter.test(text.charAt(start - 1)) && !letter.test(text.charAt(end))) return false;
    }
    return true;
  });
}
