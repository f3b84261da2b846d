import { useLocation, useMatches, useNavigation } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { type ReactNode, useEffect } from "react";
import { notePlace } from "./calm/list-place.ts";
import { hrefOf, keepShown } from "./calm/shown-pages.ts";
import { PageSkeleton } from "./page-skeleton.tsx";
import { useSlow } from "./use-slow.ts";

/** A page that is there sooner needs no placeholder: it would only flicker. */
const patienceMs = 250;

/** The page, or a skeleton of the next one while that takes its time. The admin shows its own loading bar meanwhile. */
export function PageLoading({ children }: { children: ReactNode }) {
  const shopify = useAppBridge();
  const here = useLocation();
  const { pathname, search } = here;
  const { data } = useMatches().at(-1) ?? {};
  const { state, location } = useNavigation();
  const leaving = state === "loading" && location.pathname !== pathname;
  useEffect(() => {
    keepShown(hrefOf(new URL(pathname + search, window.location.origin).href), data);
  }, [pathname, search, data]);
  useEffect(() => notePlace(here), [here]);
  const slow = useSlow(leaving, patienceMs);
  useEffect(() => {
    if (!leaving) return;
    shopify.loading(true);
    return () => shopify.loading(false);
  }, [leaving, shopify]);
  return slow ? <PageSkeleton /> : children;
}
