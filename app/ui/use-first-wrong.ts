import { useEffect } from "react";

/**
 * Takes a person whose form was refused to the first field that is marked as wrong, wherever they are on a long page.
 * @param refusedAt when the answer came, in ms; null while nothing is refused
 */
export function useFirstWrong(refusedAt: number | null): void {
  useEffect(() => {
    if (refusedAt === null) return;
    const field = document.querySelector<HTMLElement>("[aria-invalid=true]");
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "center" });
  }, [refusedAt]);
}
