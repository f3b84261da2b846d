import type { ModalProps } from "@shopify/polaris";
import { lazy, Suspense, useEffect, useRef } from "react";
import { returnFocus } from "./return-focus.ts";

const load = () => import("./modal.tsx");
const Whole = lazy(async () => ({ default: (await load()).Whole }));
const Section = lazy(async () => ({ default: (await load()).Section }));

/**
 * Polaris's modal, which gives the focus back to what opened it, also when it is taken away while it is open. No page opens with
 * one, so its code comes when the page has settled, before somebody needs it or the network is away.
 */
export function Dialog(props: ModalProps) {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  const needed = useRef(false);
  const { open } = props;
  // While rendering: by the time effects run, the modal has taken the focus.
  if (open && !wasOpen.current && typeof document !== "undefined") opener.current = document.activeElement;
  wasOpen.current = open;
  // Closed, it stays until it has left the screen.
  needed.current ||= open;
  useEffect(() => {
    const timer = setTimeout(() => void load(), 1_500);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!open) return;
    const from = opener.current;
    const place = from?.closest("section, [role=region]") ?? document.querySelector("h1");
    return () => returnFocus(from, place);
  }, [open]);
  return needed.current ? (
    <Suspense>
      <Whole {...props} />
    </Suspense>
  ) : null;
}

Dialog.Section = Section;
