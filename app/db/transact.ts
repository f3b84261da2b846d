import type { Tx } from "./orm.ts";
import type { Scope } from "./scope.ts";
import type { Steps } from "./steps.ts";

/** A transaction's body: every statement is `yield*`ed, so by its syntax it can wait for nothing else. */
export type TransactionBody<T> = (tx: Tx) => Steps<T>;

/**
 * Runs the body inside one `immediate` transaction: all of it or nothing. SQLite executes it synchronously, so keep it
 * under 20 ms; on a server each statement is awaited, and the body may run once more: it has no effects but its statements.
 * Waiting for another process's lock leaves the event loop alone.
 * @throws whatever the body throws, after the roll-back
 */
export type Transact = <T>(scope: Scope, body: TransactionBody<T>) => Promise<T>;
