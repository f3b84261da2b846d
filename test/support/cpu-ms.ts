/**
 * The CPU time in ms that this thread used while `work` ran. A busy machine makes everything take longer; it makes nothing cost
 * more, so a limit on this holds beside any other load. What others of the thread do meanwhile counts too.
 */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
