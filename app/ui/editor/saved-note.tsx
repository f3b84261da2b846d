import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Saving } from "./saved-text.ts";

export interface SavedNoteProps {
  saving: Saving;
  onTryNow(): void;
  /** shows both texts beside each other */
  onCompare(): void;
}

/** Whether what is written is saved, in one line that is always as high. What is wrong is told aloud, "saved" only seen. */
export function SavedNote({ saving, onTryNow, onCompare }: SavedNoteProps) {
  const { t, i18n } = useTranslation("editor");
  const now = useTicks(saving.kind === "saved");
  const time = (at: number) => new Intl.DateTimeFormat(i18n.language, { timeStyle: "short" }).format(at);
  switch (saving.kind) {
    case "unchanged":
      return <span className="sw-saved" />;
    case "writing":
      return <span className="sw-saved">{t("saving")}</span>;
    case "saved":
      return (
        <span className="sw-saved">
          <span aria-hidden="true" className="sw-saved-tick">
            ✓
          </span>{" "}
          {now - saving.at < 60_000
            ? t("savedAgo", { seconds: Math.max(1, Math.round((now - saving.at) / 1_000)) })
            : t("savedAt", { time: time(saving.at) })}
        </span>
      );
    case "unsaved":
      return <Trouble words={t("unsaved")} action={t("tryNow")} onAct={onTryNow} />;
    case "elsewhere":
      return (
        <Trouble
          words={saving.at === null ? t("goneElsewhere") : t("elsewhere", { time: time(saving.at) })}
          action={t("compare")}
          onAct={onCompare}
        />
      );
    case "empty":
      return <Trouble words={t("empty")} />;
    case "refused":
      return <Trouble words={saving.message} />;
  }
}

function Trouble({ words, action, onAct }: { words: string; action?: string; onAct?(): void }) {
  return (
    <span className="sw-saved sw-saved-trouble" role="status">
      {words}{" "}
      {action ? (
        <button type="button" className="sw-saved-act" onClick={onAct}>
          {action}
        </button>
      ) : null}
    </span>
  );
}

/** The time, every five seconds. */
function useTicks(on: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!on) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, [on]);
  return now;
}
