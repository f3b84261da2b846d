import { heartbeatMs } from "../../app/jobs/keep-heartbeat.ts";
import { type Shelfwright, until } from "./start-shelfwright.ts";

/**
 * Stops the worker at a moment in which it holds nobody up: the work that is asked for then waits.
 * @param seeming "alive": to the others it goes on living, however long it is held: that no worker answers is another notice
 * @returns what lets it go on
 */
export async function holdWorker({ app, db }: Shelfwright, seeming: "alive" | "gone" = "gone"): Promise<() => void> {
  await until("a moment in which the worker writes nothing", () => {
    app.worker.kill("SIGSTOP");
    try {
      db.raw.transaction(() => undefined).immediate();
      return true;
    } catch {
      app.worker.kill("SIGCONT");
      return undefined;
    }
  });
  const beat = () => db.raw.prepare("UPDATE workers SET seen_at = ? /* all shops: the workers */").run(Date.now());
  if (seeming === "alive") beat();
  const beats = seeming === "alive" ? setInterval(beat, heartbeatMs) : undefined;
  return () => {
    clearInterval(beats);
    app.worker.kill("SIGCONT");
  };
}
