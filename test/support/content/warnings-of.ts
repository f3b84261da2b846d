import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { StoredWarning, TextBody } from "../../../app/db/schema/index.ts";
import { type ChecksInput, runChecks } from "../../../app/quality/run-checks.ts";
import { someFacts } from "./facts.ts";

type Setting = Partial<Omit<ChecksInput, "texts" | "only" | "facts">> & { facts?: Partial<ProductFacts> };

/** The warnings of one code that a text about the linen shirt gets as it is, without fixes. */
export function warningsOf(code: string, contentType: string, body: TextBody, setting: Setting = {}): StoredWarning[] {
  const { facts, ...rest } = setting;
  const results = runChecks({
    texts: new Map([[contentType, { body, raw: body }]]),
    facts: someFacts(facts),
    config: {},
    locale: "en",
    ...rest,
  });
  return (results.get(contentType)?.warnings ?? []).filter((warning) => warning.code === code);
}
