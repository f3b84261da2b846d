import { Text } from "@shopify/polaris";
import { type KeyboardEvent, useEffect, useRef } from "react";
import "./ui.css";

export interface TabRowProps {
  tabs: { id: string; content: string }[];
  selected: number;
  onSelect(index: number): void;
}

/**
 * What a list below it shows. It looks as Polaris's Tabs do, by their styles, and is there with the document: those are drawn only
 * once a browser has measured them, and bring dialogs for views that these have not.
 */
export function TabRow({ tabs, selected, onSelect }: TabRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a narrow window the row is scrolled; the page is not.
    const tab = row.current?.children[selected];
    if (row.current && tab instanceof HTMLElement) {
      row.current.scrollLeft = tab.offsetLeft + tab.offsetWidth / 2 - row.current.clientWidth / 2;
    }
  }, [selected]);
  const move = (event: KeyboardEvent) => {
    const all: Element[] = [...(row.current?.children ?? [])];
    const at = document.activeElement === null ? -1 : all.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    if (next instanceof HTMLElement) next.focus();
  };
  return (
    <div ref={row} role="tablist" className="sw-tab-row" onKeyDown={move}>
      {tabs.map(({ id, content }, index) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={index === selected}
          tabIndex={index === selected ? 0 : -1}
          className={`Polaris-Tabs__Tab${index === selected ? " Polaris-Tabs__Tab--active" : ""}`}
          onClick={() => onSelect(index)}
        >
          <Text as="span" variant="bodySm" fontWeight="medium">
            {content}
          </Text>
        </button>
      ))}
    </div>
  );
}
