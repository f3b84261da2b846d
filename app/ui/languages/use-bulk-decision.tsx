import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeyedFetcher } from "../calm/use-keyed-fetcher.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useAnswer, useToastAnswer } from "../use-answer.ts";
import { approveTitle } from "./dialog-titles.ts";
import type { LanguagesSelection } from "./translate-choice.ts";

/** No page opens with it. */
const PublishDialog = lazy(async () => ({ default: (await import("../products/publish-dialog.tsx")).PublishDialog }));

interface Asked {
  act: "approve" | "publish";
  selection: LanguagesSelection;
  locales: readonly string[];
  /** whose own texts are decided on; null: those for everywhere */
  market: { id: string; name: string } | null;
  /** of products, whatever is searched */
  count: number;
}

const action = "/app/languages/translate";

/** The dialogs before translations of many products are approved or published, and what opens them. */
export function useBulkDecision({ onOpenRun }: { onOpenRun(jobId: string): void }) {
  const { t } = useTranslation("languages");
  const [asked, setAsked] = useState<Asked | null>(null);
  const losses = useKeyedFetcher("languages-losses");
  const work = useKeyedFetcher("languages-decide");
  useToastAnswer(work.data, { open: onOpenRun });
  useAnswer(work.data, (answer) => {
    if (answer.ok) setAsked(null);
  });
  const close = () => setAsked(null);
  const counted = losses.state === "idle" && losses.data?.ok ? losses.data : null;
  const plan = counted?.publish ?? null;
  const ask = (next: Asked) => {
    if (next.act === "publish") losses.sendJson({ intent: "losses", ...whatOf(next) }, { action });
    setAsked(next);
  };
  const send = () => {
    if (asked === null) return;
    work.sendJson({ intent: asked.act, ...whatOf(asked) }, { action });
  };
  const busy = work.state !== "idle";
  const dialog =
    asked === null ? null : asked.act === "approve" ? (
      <ConfirmModal
        open
        title={approveTitle(t, asked)}
        message={t("bulk.text")}
        confirmLabel={t("bulk.confirm")}
        busy={busy}
        onConfirm={send}
        onClose={close}
      />
    ) : (
      <Suspense>
        <PublishDialog
          plan={plan}
          losses={counted?.message ?? ""}
          market={asked.market?.name}
          busy={busy}
          onPublish={send}
          onClose={close}
        />
      </Suspense>
    );
  return { dialog, ask };
}

function whatOf({ selection, locales, market }: Asked) {
  return { selection, locales: [...locales], markets: [market?.id ?? ""] };
}
