import type { AdminOperation } from "../admin-api.ts";

/** Binds a document to the shape of its answer; `Variables` is given by the caller: `defineOperation<{ id: string }>()(…)`. */
export function defineOperation<Variables extends Record<string, unknown>>() {
  return <Data>(operation: Omit<AdminOperation<Data, Variables>, "variables">): AdminOperation<Data, Variables> =>
    operation;
}
