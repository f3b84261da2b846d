import { useEffect, useState } from "react";

const key = "sw-review-single-keys";

/** Whether single letters decide: as the shop has it, or a person's own choice, kept in the browser. */
export function useSingleKeys(usual: boolean): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(usual);
  useEffect(() => {
    try {
      const chosen = window.localStorage.getItem(key);
      if (chosen !== null) setOn(chosen === "on");
    } catch {
      // A browser that keeps nothing has the shop's choice.
    }
  }, []);
  return [
    on,
    (next) => {
      setOn(next);
      try {
        window.localStorage.setItem(key, next ? "on" : "off");
      } catch {
        // It holds for this visit.
      }
    },
  ];
}
