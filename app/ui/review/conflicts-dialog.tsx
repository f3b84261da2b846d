import { Banner, ChoiceList } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { comparable } from "../diff-words.ts";
import type { ReviewTold } from "../review-told.ts";
import type { ReviewSession } from "./review-session.ts";
import type { ReviewProduct, ReviewProgress } from "./review-view.ts";
import { askForNext, sendOnce } from "./send-to-server.ts";
import { refusedWords } from "./told-words.ts";

export interface ConflictsDialogProps {
  queueId: string;
  progress: ReviewProgress;
  session: ReviewSession;
  onClose(): void;
}

/** More would be read by nobody. */
const mostListed = 10;

type Keep = "theirs" | "ours";

/** All conflicts of a queue for the live texts, or for the person's own, which are listed before they take the others' place. */
export default function ConflictsDialog({ queueId, progress, session, onClose }: ConflictsDialogProps) {
  const { t } = useTranslation("review");
  const [keep, setKeep] = useState<Keep>("theirs");
  const [state, setState] = useState<"asking" | "busy" | { failed: ReviewTold | null }>("asking");
  const [looked, setLooked] = useState<{ products: ReviewProduct[]; all: number } | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const products = looked?.products ?? [];
  const count = looked?.all ?? progress.open.conflicts;
  useEffect(() => {
    askForNext({ queue: queueId, look: "1", count: String(mostListed), lane: "conflicts" }).then(
      ({ products, progress: { open }, withOthers }) => setLooked({ products, all: open.conflicts - withOthers }),
      () => setLooked(null),
    );
  }, [queueId]);
  const decide = async () => {
    setState("busy");
    const request = { intent: "decide-conflicts", id: key, queueId, keep };
    const sent = await sendOnce(request, { key, queueId }).catch(() => null);
    if (sent?.ok && sent.told?.kind === "bulk") {
      const { approved: products, left } = sent.told;
      session.approvedAtOnce(key, { products, left, lane: "conflicts", progress: sent.progress });
      onClose();
    } else setState({ failed: sent?.told ?? null });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("bulk.sameTitle")}
      primaryAction={{
        content: t(keep === "theirs" ? "bulk.keepLive" : "bulk.useOurs", { count }),
        onAction: () => void decide(),
        loading: state === "busy",
        disabled: count === 0,
      }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose }]}
    >
      <Dialog.Section>
        <ChoiceList
          title={t("bulk.sameTitle")}
          titleHidden
          choices={[
            { label: t("bulk.keepLive", { count }), value: "theirs" },
            { label: t("bulk.useOurs", { count }), value: "ours" },
          ]}
          selected={[keep]}
          onChange={([chosen]) => setKeep(chosen === "ours" ? "ours" : "theirs")}
        />
        <ul className="sw-conflict-list">
          {products.flatMap(({ id, title, texts, locale }) =>
            texts
              .filter(({ conflict }) => conflict !== null)
              .map(({ name, kind, conflict }) => (
                <li key={`${id} ${name}`}>
                  <b dir="auto">{title}</b>
                  <p dir="auto" lang={locale}>
                    {t("slot.liveIs")} {comparable({ kind }, conflict?.theirs ?? null)}
                  </p>
                  <p dir="auto" lang={locale}>
                    {t("conflict.ours")}: {comparable({ kind }, conflict?.ours ?? null)}
                  </p>
                </li>
              )),
          )}
          {looked !== null && looked.all > products.length ? (
            <li>{t("bulk.more", { count: looked.all - products.length })}</li>
          ) : null}
        </ul>
        {typeof state === "object" ? (
          <Banner tone="critical">{refusedWords(t, state.failed, t("bulk.failed"))}</Banner>
        ) : null}
      </Dialog.Section>
    </Dialog>
  );
}
