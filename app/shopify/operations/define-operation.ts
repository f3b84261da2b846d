import type { ZodType } from "zod";
import type { AdminOperation } from "../admin-api.ts";

/** Binds a document to the shape of its answer; `Variables` is given by the caller: `defineOperation<{ id: string }>()(…)`. */
export function defineOperation<Variables extends Record<string, unknown>>() {
  return <Data>(operation: { name: string; document: string; data: ZodType<Data> }): AdminOperation<Data, Variables> =>
    operation;
}
