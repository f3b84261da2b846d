export interface Family {
  type: "counter" | "gauge";
  help: string;
  labels: readonly string[];
}

const visibility = ["kind", "visibility"] as const;

/**
 * Every metric that a scrape reads, without the prefix `shelfwright_`. No label names a shop: metrics are read by people who
 * need not know who the merchants are, and a thousand shops would be a thousand series. Told one by one in docs/metrics.md.
 * @see https://prometheus.io/docs/practices/naming/
 */
export const families = {
  queue_items: gauge("Items that are not finished, by what they wait for.", [...visibility, "state"]),
  queue_oldest_due_seconds: gauge("How long due work of a kind has been passed over.", visibility),
  jobs_open: gauge("Jobs that are not finished.", visibility),
  items_total: counter("Tries of items that ended, by outcome and stable code.", ["kind", "outcome", "code"]),
  jobs_total: counter("Jobs that ended, by status.", ["kind", "status"]),
  hidden_failed_items: gauge("Failed items of work that no merchant sees.", ["kind"]),
  model_calls_total: counter("Model calls that were answered and paid for.", ["model"]),
  model_tokens_total: counter("Tokens of answered model calls.", ["model", "kind"]),
  model_cost_dollars_total: counter("Cost of model calls whose price is known, in US dollars.", ["model"]),
  model_unpriced_calls_total: counter("Model calls whose price is not known.", ["model"]),
  examinations_total: counter("Calls of the examiner, by what came of them.", ["outcome"]),
  examined_sentences_total: counter("Sentences that were examined, by who remembered.", ["from"]),
  credits_total: counter("Credits in the ledger, by kind of entry.", ["kind"]),
  shopify_calls_total: counter("Calls of the Admin API, by outcome.", ["operation", "outcome"]),
  shopify_points_total: counter("Cost points that the Admin API took.", ["operation"]),
  shopify_requested_points_total: counter("Cost points that the Admin API wanted free before a call.", ["operation"]),
  shopify_bucket_available_points: gauge("Points left in the emptiest shop's bucket.", ["process"]),
  shopify_bucket_maximum_points: gauge("Size of that shop's bucket in points.", ["process"]),
  shopify_bucket_restore_points_per_second: gauge("How fast that shop's bucket fills.", ["process"]),
  webhooks_total: counter("Webhook deliveries, by what became of them.", ["topic", "outcome"]),
  breakers_open: gauge("Shops whose work waits because a provider does not answer.", ["provider"]),
  breaker_oldest_seconds: gauge("How long the longest of these outages lasts.", ["provider"]),
  paused_shops: gauge("Shops whose work waits for a person, by reason.", ["reason"]),
  shops: gauge("Shops by the state of their authorisation.", ["state"]),
  workers: gauge("Workers that gave a heartbeat lately.", []),
  write_backs_open: gauge("Writes to shops whose answer is not known yet.", []),
  write_backs_oldest_seconds: gauge("Age of the oldest of them.", []),
  database_bytes: gauge("What the database takes on the disk.", ["part"]),
  disk_free_bytes: gauge("Bytes left on the disk of the database.", []),
  event_loop_lag_p50_seconds: gauge("How late the event loop was, median.", ["process"]),
  event_loop_lag_p99_seconds: gauge("How late the event loop was, 99th percentile.", ["process"]),
  event_loop_lag_max_seconds: gauge("The longest hold of the event loop in the last half to whole minute.", [
    "process",
  ]),
  process_resident_memory_bytes: gauge("Resident memory.", ["process"]),
  process_heap_used_bytes: gauge("JavaScript heap in use.", ["process"]),
  process_cpu_seconds_total: counter("User and system CPU time.", ["process"]),
  process_start_time_seconds: gauge("When the process started, in epoch seconds.", ["process"]),
  health_check: gauge("1 while a check of health passes, 0 while it fails.", ["check"]),
  build_info: gauge("Always 1; what runs.", ["version", "node"]),
  scrape_problems: gauge("Parts of this answer that could not be read.", []),
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof families;

export interface Sample {
  family: FamilyName;
  labels?: Readonly<Record<string, string>>;
  value: number;
}

function gauge(help: string, labels: readonly string[]): Family {
  return { type: "gauge", help, labels };
}

function counter(help: string, labels: readonly string[]): Family {
  return { type: "counter", help, labels };
}
