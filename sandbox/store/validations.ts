/** A rule of a definition, e.g. `{ name: "max", value: "20" }`. */
export interface Validation {
  name: string;
  /** as Shopify keeps it: a number in digits, a pattern, or a JSON list of choices */
  value: string;
}

/**
 * Which rule of its definition a value breaks, in Shopify's words; undefined when it keeps all. Rules of length, pattern and
 * choice hold for each entry of a list. Patterns are RE2 in Shopify; those in use here mean the same in both.
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-validation-options
 */
export function violatedRule(validations: readonly Validation[], type: string, value: string): string | undefined {
  const list = type.startsWith("list.") ? entriesOf(value) : null;
  for (const { name, value: given } of validations) {
    const limit = Number(given);
    const size = list?.length ?? 0;
    if (list && name === "list.max" && size > limit) return `Value has a maximum of ${limit} entries.`;
    if (list && name === "list.min" && size < limit) return `Value has a minimum of ${limit} entries.`;
    for (const entry of list ?? [value]) {
      const problem = problemOfEntry({ name, given }, entry);
      if (problem) return problem;
    }
  }
  return undefined;
}

function problemOfEntry({ name, given }: { name: string; given: string }, entry: string): string | undefined {
  const limit = Number(given);
  const length = [...entry].length;
  if (name === "max" && length > limit) return `Value has a maximum length of ${limit}.`;
  if (name === "min" && length < limit) return `Value has a minimum length of ${limit}.`;
  if (name === "regex" && !new RegExp(given, "u").test(entry)) return `Value does not match the pattern: ${given}.`;
  if (name === "choices" && !entriesOf(given).includes(entry)) {
    return `Value does not exist in provided choices: ${JSON.stringify(entriesOf(given))}.`;
  }
  return undefined;
}

function entriesOf(value: string): string[] {
  const list: unknown = JSON.parse(value);
  return Array.isArray(list) ? list.filter((entry) => typeof entry === "string") : [];
}
