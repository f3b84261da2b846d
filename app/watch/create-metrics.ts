import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { type FamilyName, families, type Sample } from "./families.ts";

export const prefix = "shelfwright_";

/** One answered HTTP request. */
export interface MeasuredRequest {
  method: string;
  /** the route's pattern, never the address itself: that holds ids */
  route: string;
  status: number;
  seconds: number;
}

export interface Metrics {
  observeRequest(request: MeasuredRequest): void;
  /** @returns the metrics in Prometheus' text format */
  render(samples: readonly Sample[]): Promise<string>;
  contentType: string;
}

/** 10 ms to 20 s: pages are promised under 1 s, and a loader is given up after 20 s. */
const buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
export const requestsName = `${prefix}http_request_duration_seconds`;

/** The web process' registry: requests are counted here, everything else is set anew from samples at each scrape. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const requests = new Histogram({
    name: requestsName,
    help: "How long HTTP requests took, by the pattern of their route.",
    labelNames: ["method", "route", "status"],
    buckets,
    registers: [registry],
  });
  const registered = new Map(
    Object.entries(families).map(([name, { type, help, labels }]) => {
      const options = { name: `${prefix}${name}`, help, labelNames: labels, registers: [registry] };
      return [name, type === "counter" ? new Counter(options) : new Gauge(options)];
    }),
  );
  return {
    contentType: registry.contentType,
    observeRequest({ method, route, status, seconds }) {
      const known = methods.has(method) ? method : "other";
      requests.observe({ method: known, route, status: String(status) }, Math.max(0, seconds));
    },
    async render(samples) {
      // Without labels a metric that is set back shows 0: a disk that nobody could ask is not a full one.
      for (const metric of registered.values()) {
        metric.reset();
        metric.remove({});
      }
      for (const { family, labels = {}, value } of samples) add(registered, family, labels, value);
      return registry.metrics();
    },
  };
}

function add(
  registered: ReadonlyMap<string, Counter | Gauge>,
  family: FamilyName,
  labels: Readonly<Record<string, string>>,
  value: number,
): void {
  registered.get(family)?.inc({ ...labels }, value);
}
