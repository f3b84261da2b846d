import { useEffect, useState } from "react";

/**
 * What was opened or dismissed is remembered in this browser, the last one of a kind.
 * @param storageKey of the kind
 */
export function useSeen(storageKey: string, id: string | undefined): { seen: boolean; see(): void } {
  const [seenId, setSeenId] = useState<string | null>(null);
  useEffect(() => {
    try {
      setSeenId(window.localStorage.getItem(storageKey));
    } catch {
      // Storage can be switched off in a frame: then a reload shows it again.
    }
  }, [storageKey]);
  return {
    seen: id !== undefined && seenId === id,
    see() {
      if (id === undefined) return;
      setSeenId(id);
      try {
        window.localStorage.setItem(storageKey, id);
      } catch {
        // As above.
      }
    },
  };
}
