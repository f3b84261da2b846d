import { useEffect, useState } from "react";

/** True once something has gone on for so long that people wonder: an indicator that comes and goes at once is noise. */
export function useSlow(active: boolean, patienceMs = 500): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [active, patienceMs]);
  return active && slow;
}
