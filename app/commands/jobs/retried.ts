/** `nothing_failed`: there is nothing to try again, e.g. because it was tried already */
export type Retried = { kind: "retrying"; items: number } | { kind: "nothing_failed" };
