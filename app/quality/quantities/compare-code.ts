import type { Fact } from "../facts/fact.ts";
import type { Comparison, FactStatement, QuantityStatement } from "../statements/statement.ts";
import { codeKey } from "./codes.ts";
import { isUsable } from "./fact-quantity.ts";

const unknown: Comparison = { verdict: "unknown", fact: null, fix: null };
/** Digits of a number that is a code in itself, such as a part number. */
const shortestNumber = 5;

/** A code backs itself, spelled with or without spaces; of one scale it refutes another: IP54 is no IP67. */
export function compareCode({ quantity }: QuantityStatement, candidates: readonly FactStatement[]): Comparison {
  const code = quantity.code ?? "";
  const quantities = candidates.filter(isUsable);
  for (const { quantity: known, fact } of quantities) {
    if (known.code === code || known.chain === code) return { verdict: "supported", fact, fix: null };
  }
  const digits = /\d+$/.exec(code)?.[0] ?? "";
  const spelled = candidates.find(({ fact }) => {
    if (fact.unusable !== undefined) return false;
    const value = codeKey(fact.value);
    return (
      isNameWithValue(fact, code) || holds(value, code) || (digits.length >= shortestNumber && holds(value, digits))
    );
  });
  if (spelled) return { verdict: "supported", fact: spelled.fact, fix: null };
  const scale = scaleOf(code);
  const others = quantities.filter(
    ({ quantity: known, fact }) =>
      fact.tier < 3 && known.code !== undefined && scale !== null && scaleOf(known.code) === scale,
  );
  const [other] = others;
  if (!other) return unknown;
  return { verdict: "refuted", fact: other.fact, fix: others.length === 1 ? other.quote : null };
}

/** `Bluetooth: 5.3` is "Bluetooth 5.3", and `Water rating: IPX 7` "IPX7". */
function isNameWithValue({ kind, name, value }: Fact, code: string): boolean {
  if (kind !== "attribute" || value.length > longestCode) return false;
  const word = name.split(/\s+/).at(-1) ?? "";
  return codeKey(`${word}${value}`) === code;
}

const longestCode = 40;

/** As a whole: `m8` is not in `m80`. */
function holds(value: string, code: string): boolean {
  const at = code.length > 1 ? value.indexOf(code) : -1;
  return at !== -1 && !/[\p{N}]/u.test(value[at + code.length] ?? "") && !/[\p{L}\p{N}]/u.test(value[at - 1] ?? "");
}

function scaleOf(code: string): string | null {
  return /^(ip|ipx|spf|upf|usb|bt|ik)\d[\d.]*\+*$/.exec(code)?.[1]?.replace("ipx", "ip") ?? null;
}
