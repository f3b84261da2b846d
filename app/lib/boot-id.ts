import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";

const ofThisProcess = randomUUID();

/**
 * Names the run of the machine whose steady clock this process reads: two processes with the same id read the same clock. A
 * container may have a clock of its own (a time namespace). Where the system has no such name each process is taken for
 * one of its own.
 * @see https://man7.org/linux/man-pages/man7/time_namespaces.7.html
 */
export function bootId(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${timeNamespace()}`;
  } catch {
    return ofThisProcess;
  }
}

function timeNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/time");
  } catch {
    return "";
  }
}
