import { useEffect, useRef } from "react";
import { steadyOrder } from "./steady-order.ts";

/**
 * A list's rows in the order in which the person saw them first, as they are now: a product that was just published is the one
 * changed last, but must not jump away under the hand. What the list shows anew takes the places of what left it.
 * @param list what is listed: another one comes in its own order
 */
export function useSteadyRows<Row extends { id: string }>(rows: Row[], list: string): Row[] {
  const seen = useRef<{ list: string; ids: string[] }>({ list, ids: [] });
  const ids = seen.current.list === list ? seen.current.ids : [];
  const steady = steadyOrder(ids, rows, ({ id }) => id);
  useEffect(() => {
    seen.current = { list, ids: steady.map(({ id }) => id) };
  });
  return steady;
}
