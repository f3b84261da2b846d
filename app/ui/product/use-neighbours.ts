import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { placeOf } from "../calm/list-place.ts";
import { shownAs } from "../calm/shown-pages.ts";

/** Products before and after one, in the list as the person left it. */
interface Neighbours {
  previous: string | null;
  next: string | null;
}

/** `[` and `]` lead to the previous and the next product of the list; not while somebody writes. */
export function useNeighbours(productId: string): Neighbours {
  const [found, setFound] = useState<Neighbours>({ previous: null, next: null });
  const navigate = useNavigate();
  useEffect(() => setFound(neighboursIn(shownAs(placeOf("/app/products") ?? ""), productId)), [productId]);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], [role=dialog]"))
        return;
      const to = event.key === "[" ? found.previous : event.key === "]" ? found.next : null;
      if (to !== null) navigate(`/app/products/${to}`);
    };
    document.addEventListener("keydown", lead);
    return () => document.removeEventListener("keydown", lead);
  }, [found, navigate]);
  return found;
}

/** @param list what the page of products was shown with */
export function neighboursIn(list: unknown, productId: string): Neighbours {
  const ids = idsIn(list);
  const at = ids.indexOf(productId);
  return at === -1 ? { previous: null, next: null } : { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}

function idsIn(list: unknown): string[] {
  if (typeof list !== "object" || list === null) return [];
  const rows = "rows" in list ? list.rows : "page" in list ? (list.page as { rows?: unknown } | null)?.rows : null;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) =>
    typeof row === "object" && row !== null && "id" in row && typeof row.id === "string" ? [row.id] : [],
  );
}
