/** Of times in ms, rounded to a tenth. @param share 0.95 for the time that 95 % stay below, 1 for the longest */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}
