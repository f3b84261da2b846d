import type { FindingView } from "./finding-view.ts";

/** What a check found, as a text keeps it; what is absent was not kept by earlier releases. */
type Warning = Pick<FindingView, "code" | "description" | "severity"> & {
  [Name in Exclude<keyof FindingView, "code" | "description" | "severity" | "fact">]?:
    | FindingView[Name]
    | null
    | undefined;
} & { fact?: { path?: string | undefined; name: string; value: string; source: string } | null | undefined };

/** What a check found, as marks and dock show it. */
export function findingOf({ code, severity, description, fact, ...warning }: Warning): FindingView {
  return {
    ...{ code, severity, description },
    id: warning.id ?? null,
    details: warning.details ?? null,
    quote: warning.quote ?? null,
    at: warning.at ?? [],
    fact: fact ? { path: fact.path ?? "", name: fact.name, value: fact.value, source: fact.source } : null,
    fix: warning.fix ?? null,
    product: warning.product ?? null,
    fixed: warning.fixed ?? false,
    decision: warning.decision ?? null,
  };
}
