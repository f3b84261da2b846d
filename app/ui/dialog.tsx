import { Modal, type ModalProps } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { returnFocus } from "./return-focus.ts";

/** Polaris's modal, which gives the focus back to what opened it, also when it is taken away while it is open. */
export function Dialog(props: ModalProps) {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  const { open } = props;
  // While rendering: by the time effects run, the modal has taken the focus.
  if (open && !wasOpen.current && typeof document !== "undefined") opener.current = document.activeElement;
  wasOpen.current = open;
  useEffect(() => {
    if (!open) return;
    const from = opener.current;
    const place = from?.closest("section, [role=region]") ?? null;
    return () => returnFocus(from, place);
  }, [open]);
  return <Modal {...props} />;
}

Dialog.Section = Modal.Section;
