import { Pool } from "undici";
import type { Delivery } from "./deliveries.ts";

export interface Sent {
  /** of each answered delivery, in ms; the body's bytes are part of it, waiting for a free connection is not */
  times: number[];
  /** status → how many; `0` had no answer */
  statuses: Record<string, number>;
  /** places in `deliveries` that were answered with 200 */
  taken: number[];
}

/** Sends all of them over so many connections, each connection its next one as soon as it has its answer. */
export async function sendDeliveries(url: string, deliveries: readonly Delivery[], connections: number): Promise<Sent> {
  const pool = new Pool(new URL(url).origin, { connections, pipelining: 1 });
  const sent: Sent = { times: [], statuses: {}, taken: [] };
  let next = 0;
  const sendOn = async () => {
    while (next < deliveries.length) {
      const at = next++;
      const delivery = deliveries[at];
      if (!delivery) return;
      const from = performance.now();
      const status = await send(pool, delivery);
      sent.times.push(performance.now() - from);
      sent.statuses[status] = (sent.statuses[status] ?? 0) + 1;
      if (status === 200) sent.taken.push(at);
    }
  };
  await Promise.all(Array.from({ length: connections }, sendOn));
  await pool.close();
  return sent;
}

async function send(pool: Pool, { body, headers }: Delivery): Promise<number> {
  try {
    const answer = await pool.request({ path: "/webhooks", method: "POST", body, headers });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return 0;
  }
}
