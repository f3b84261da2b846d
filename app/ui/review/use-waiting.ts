import { useEffect, useState } from "react";
import { askWhatIsPublished } from "./send-to-server.ts";
import type { SessionState } from "./session-state.ts";

/**
 * How many products of a queue are approved and not published, once it is at its end and all decisions were sent. What was
 * approved since the queue was opened says nothing of it: much of that may be live. null: not known
 */
export function useWaiting(queueId: string, { phase, unsent }: SessionState): number | null {
  const [waiting, setWaiting] = useState<number | null>(null);
  const isCounted = phase === "end" && unsent.length === 0;
  useEffect(() => {
    setWaiting(null);
    if (!isCounted) return;
    let isLeft = false;
    askWhatIsPublished(queueId).then(
      ({ products }) => {
        if (!isLeft) setWaiting(products);
      },
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [queueId, isCounted]);
  return waiting;
}
