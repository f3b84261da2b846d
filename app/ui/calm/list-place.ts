import type { Location } from "@remix-run/react";
import { useEffect, useState } from "react";

/** Where a person was in a list: its filters are in the address, the scroll position is kept under the key. */
interface Place {
  href: string;
  scrollKey: string;
}

const storageKey = "shelfwright-places";
let places: Record<string, Place> | null = null;
/** The place that the next page goes back to. */
let wanted: Place | null = null;
const scrollKeys = new Map<string, string>();

/** Remembers a page's last address, through a reload of the frame too where the browser allows it. */
export function notePlace(location: Location): void {
  const href = location.pathname + location.search;
  places = { ...readPlaces(), [location.pathname]: { href, scrollKey: scrollKeyOf(location) } };
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify(places));
  } catch {
    // Storage can be switched off in a frame: then a reload forgets.
  }
}

function readPlaces(): Record<string, Place> {
  if (places) return places;
  try {
    places = JSON.parse(window.sessionStorage.getItem(storageKey) ?? "{}") as Record<string, Place>;
  } catch {
    places = {};
  }
  return places;
}

/** The way back to a list as the person left it: its address, and what to call when it is taken. */
export function useWayBack(path: string): { href: string; onTake(): void } {
  const [href, setHref] = useState(path);
  useEffect(() => setHref(readPlaces()[path]?.href ?? path), [path]);
  return {
    href,
    onTake: () => {
      wanted = readPlaces()[path] ?? null;
    },
  };
}

/** For `ScrollRestoration`: the way back to a list leads to its old scroll position, any other way to its top. */
export function scrollKeyOf(location: Location): string {
  if (wanted?.href === location.pathname + location.search) {
    scrollKeys.set(location.key, wanted.scrollKey);
    wanted = null;
  }
  return scrollKeys.get(location.key) ?? location.key;
}

/** The address of a list as the person left it; undefined where it was not shown. */
export function placeOf(path: string): string | undefined {
  return readPlaces()[path]?.href;
}
