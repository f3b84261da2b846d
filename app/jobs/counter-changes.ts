/** How many items came to (or, negative, left) each final state. */
export interface CounterChanges {
  done: number;
  failed: number;
  conflict: number;
  cancelled: number;
}
