import { makeDeliveries } from "./deliveries.ts";
import { sendDeliveries } from "./send-deliveries.ts";

/** What the parent asks of this process: a burst, sent from outside of the process that is Shopify's API. */
export interface BurstOrder extends Omit<Parameters<typeof makeDeliveries>[0], "now"> {
  url: string;
  connections: number;
}

process.once("message", (order: BurstOrder) => void run(order));

async function run(order: BurstOrder): Promise<void> {
  const deliveries = makeDeliveries({ ...order, now: Date.now() });
  const from = performance.now();
  const { times, statuses } = await sendDeliveries(order.url, deliveries, order.connections);
  process.send?.({ times, statuses, ms: performance.now() - from }, () => process.disconnect());
}
