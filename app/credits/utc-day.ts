const dayMs = 86_400_000;

/** The UTC day of a moment: days since 1970-01-01. */
export function utcDayOf(at: number): number {
  return Math.floor(at / dayMs);
}

/** When a UTC day begins. */
export function startOfUtcDay(day: number): number {
  return day * dayMs;
}
