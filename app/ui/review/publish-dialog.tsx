import { useNavigate } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import type { ReviewTold } from "../review-told.ts";
import type { Publishable } from "./answer-shapes.ts";
import { askWhatIsPublished, sendOnce } from "./send-to-server.ts";
import { refusedWords } from "./told-words.ts";

export interface PublishDialogProps {
  queueId: string;
  onClose(): void;
}

/** What is published and what is left out, before anything is. */
export default function PublishDialog({ queueId, onClose }: PublishDialogProps) {
  const { t } = useTranslation("review");
  const navigate = useNavigate();
  const [found, setFound] = useState<Publishable | { failed: ReviewTold | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  useEffect(() => {
    askWhatIsPublished(queueId).then(setFound, () => setFound({ failed: null }));
  }, [queueId]);
  const counted = found !== null && "products" in found ? found : null;
  const publish = async () => {
    setBusy(true);
    const sent = await sendOnce({ intent: "publish", queueId }, { key, queueId }).catch(() => null);
    setBusy(false);
    if (sent?.ok && sent.told?.kind === "started") navigate(`/app/activity/${sent.told.jobId}`);
    else setFound({ failed: sent?.told ?? null });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("publish.title")}
      primaryAction={{
        content: counted?.products ? t("publish.do", { count: counted.products }) : t("publish.title"),
        onAction: () => void publish(),
        disabled: !counted?.products,
        loading: busy,
      }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose }]}
    >
      <Dialog.Section>
        <Text as="p">
          {found === null
            ? t("publish.counting")
            : "failed" in found
              ? refusedWords(t, found.failed, t("publish.failed"))
              : found.products === 0
                ? t("publish.nothing")
                : t("publish.what", { count: found.products, texts: t("publish.texts", { count: found.texts }) })}
        </Text>
        {counted !== null && counted.inConflict > 0 ? (
          <Text as="p" tone="subdued">
            {t("publish.inConflict", { count: counted.inConflict })}
          </Text>
        ) : null}
      </Dialog.Section>
    </Dialog>
  );
}
