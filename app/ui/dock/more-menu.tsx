import { useEffect, useRef, useState } from "react";

export interface MoreMenuProps {
  label: string;
  items: readonly MoreMenuItem[];
  /** it opens below its button; default: above */
  down?: boolean;
}

export interface MoreMenuItem {
  id: string;
  label: string;
  /** the item is one of the dock's actions */
  isAction?: boolean;
  onAct(): void;
}

/**
 * What is needed seldom, or has no room. It closes when something else is pressed, or by Escape, and gives the focus back to its
 * button: an item that goes with the focus would take it to nowhere, where no key is heard.
 */
export function MoreMenu({ label, items, down = false }: MoreMenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      const isInside = box.current?.contains(
        event instanceof KeyboardEvent ? document.activeElement : (event.target as Node),
      );
      if (isEscape && isInside) button.current?.focus();
      if (isEscape || (!(event instanceof KeyboardEvent) && !isInside)) setOpen(false);
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, [open]);
  return (
    <div className="sw-dock-more" ref={box}>
      <button
        ref={button}
        type="button"
        className="sw-dock-button sw-dock-icon"
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {open ? (
        <div className={`sw-dock-menu${down ? " sw-dock-menu-down" : ""}`}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              {...(item.isAction ? { "data-action": item.id } : {})}
              onClick={() => {
                setOpen(false);
                actFrom(button.current, item);
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** The focus goes back first: what the item does may take it elsewhere, and a dialog gives it back to where it was. */
export function actFrom(button: Pick<HTMLElement, "focus"> | null, item: Pick<MoreMenuItem, "onAct">): void {
  button?.focus();
  item.onAct();
}
