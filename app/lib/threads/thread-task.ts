import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import type { MessagePort } from "node:worker_threads";

/** What a thread is given to do. */
export interface ThreadTask<Input> {
  started: MessagePort;
  input: Input;
}

/** A function for a thread: it reports its begin, so that its time is counted from there. */
export function threadTask<Input, Result>(work: (input: Input) => Result): (task: ThreadTask<Input>) => Result {
  return ({ started, input }) => {
    started.postMessage("started");
    return work(input);
  };
}

/** Lets the thread give way to the event loop where both want one core. Linux counts threads one by one; elsewhere nothing. */
export function giveWay(): void {
  try {
    setPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)), niceness);
  } catch {
    // It works as well without.
  }
}

const niceness = 10;
