import { readFileSync } from "node:fs";

/** A process's memory in MB: what it holds now, and the most it has held. Linux only. */
export function memoryOf(pid: number | undefined): { nowMb: number; peakMb: number } {
  const status = readFileSync(`/proc/${pid ?? "self"}/status`, "utf8");
  const mb = (name: string) => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status);
    if (!found) throw new Error("this system does not tell a process's memory");
    return Math.round(Number(found[1]) / 1_024);
  };
  return { nowMb: mb("VmRSS"), peakMb: mb("VmHWM") };
}
