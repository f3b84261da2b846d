import type { ItemContext, ItemOutcome, JobDefinition, Task } from "../jobs/task.ts";
import { isOperationalError } from "../lib/errors.ts";
import { outcomeOfError } from "./outcome-of-error.ts";

/**
 * Binds a kind of job to the function that does one item of it, for the worker. `handler` may be called again after a crash at
 * any moment. It returns how the item ended; an OperationalError that it throws becomes an outcome by {@link outcomeOfError}.
 */
export function defineTask<Payload, Item>(
  job: JobDefinition<Payload, Item>,
  handler: (context: ItemContext, payload: Payload, item: Item) => Promise<ItemOutcome>,
): Task<Payload, Item> {
  return {
    ...job,
    async run(context, payload, item) {
      try {
        return await handler(context, payload, item);
      } catch (error) {
        // Why the work was stopped comes before what the call that was stopped threw.
        if (!isOperationalError(error) || context.signal.aborted) throw error;
        return outcomeOfError(error, job);
      }
    },
  };
}
