import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../use-formats.ts";

const freshMs = 60_000;
const lookEveryMs = 15_000;

/** How old the numbers are once that matters, else since when products are in step. Whoever comes back sees new ones. */
export function FreshAsOf({ at, importedAt }: { at: number; importedAt: number | null }) {
  const { t } = useTranslation("home");
  const { ago, time } = useFormats();
  const { revalidate } = useRevalidator();
  const [came, setCame] = useState<{ at: number; seen: number; old: boolean }>({ at, seen: 0, old: false });
  useEffect(() => {
    const seen = performance.now();
    setCame({ at, seen, old: false });
    const timer = setInterval(() => {
      if (performance.now() - seen > freshMs) setCame({ at, seen, old: true });
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [at]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible" && came.old) revalidate();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [came.old, revalidate]);
  const step = importedAt === null ? "" : t("inStep", { when: ago(importedAt, at) });
  return <p className="sw-home-fresh">{came.old ? t("asOf", { time: time(at) }) : step}</p>;
}
