/** Why a process stops, for its log. @param event what its handler was given: a signal's name, or nothing when its parent left */
export function stopReason(event: unknown): string {
  return typeof event === "string" ? event : "the process that started it has ended";
}
