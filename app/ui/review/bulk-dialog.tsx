import { Banner, Button, Checkbox, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { DialogForm } from "../dialog-form.tsx";
import type { ReviewTold } from "../review-told.ts";
import type { Honest } from "./answer-shapes.ts";
import type { ReviewSession } from "./review-session.ts";
import type { ReviewProgress } from "./review-view.ts";
import { askHonestly, sendOnce } from "./send-to-server.ts";
import { refusedWords } from "./told-words.ts";

export interface BulkDialogProps {
  queueId: string;
  progress: ReviewProgress;
  session: ReviewSession;
  /** whether this person may publish what they approve, and whether approving publishes here anyway */
  work: { mayPublish: boolean; publishes: boolean };
  /** to the products that would be approved */
  onLook(): void;
  onClose(): void;
}

/** Under so many decisions nobody can say how many would be changed. */
const tooFew = 30;
/** More than these go live only when their number is typed. */
const unaskedMost = 100;

/** All products without findings at once: what is approved, what stays, and what a look at each would have found. */
export default function BulkDialog({ queueId, progress, session, work, onLook, onClose }: BulkDialogProps) {
  const { t, i18n } = useTranslation("review");
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const [honest, setHonest] = useState<Honest | null>(null);
  const [state, setState] = useState<"asking" | "busy" | { failed: ReviewTold | null }>("asking");
  const [publish, setPublish] = useState(work.publishes);
  const [typed, setTyped] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  useEffect(() => {
    askHonestly(queueId).then(setHonest, () => setHonest(null));
  }, [queueId]);
  const { clean, warnings, blocked, conflicts } = progress.open;
  const isAsked = publish && clean > unaskedMost;
  const isTyped = !isAsked || typed.replace(/\D/g, "") === String(clean);
  const all = clean + warnings + blocked + conflicts;
  const approve = async () => {
    setState("busy");
    const request = { intent: "approve-clean", id: key, queueId, publish };
    const sent = await sendOnce(request, { key, queueId }).catch(() => null);
    if (sent?.ok && sent.told?.kind === "bulk") {
      const { approved, left, jobId = null } = sent.told;
      session.approvedAtOnce(key, { products: approved, left, runId: jobId, progress: sent.progress });
      onClose();
    } else setState({ failed: sent?.told ?? null });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("bulk.title", { count: clean })}
      primaryAction={{
        content: t(publish ? "bulk.both" : "bulk.do", { count: clean }),
        onAction: () => void approve(),
        loading: state === "busy",
        disabled: clean === 0 || !isTyped,
      }}
      secondaryActions={[{ content: t("cancel"), onAction: onClose }]}
    >
      <Dialog.Section>
        <table className="sw-review-bulk">
          <tbody>
            <tr>
              <th scope="row">{t("bulk.queue")}</th>
              <td>{number(all)}</td>
            </tr>
            <tr>
              <th scope="row">
                {t("bulk.stay")}
                <span className="sw-review-subdued">
                  {t("bulk.stayWhat", {
                    blocked: number(blocked),
                    warnings: number(warnings),
                    conflicts: number(conflicts),
                  })}
                </span>
              </th>
              <td>−{number(all - clean)}</td>
            </tr>
            <tr className="sw-review-bulk-sum">
              <th scope="row">{t("bulk.now")}</th>
              <td>{number(clean)}</td>
            </tr>
          </tbody>
        </table>
        {honest ? (
          <Text as="p">
            {honest.decided < tooFew
              ? t("bulk.tooFew", { count: honest.decided })
              : t("bulk.honest", {
                  count: honest.decided,
                  unchanged: honest.unchanged,
                  edited: honest.edited,
                  rejected: honest.rejected,
                  about: Math.round((clean * (honest.edited + honest.rejected)) / honest.decided),
                  all: number(clean),
                })}
          </Text>
        ) : null}
        {honest && honest.decided < tooFew ? (
          <div className="sw-review-bulk-look">
            <Button variant="plain" onClick={onLook}>
              {t("bulk.look")}
            </Button>
          </div>
        ) : null}
        {work.mayPublish ? <Checkbox label={t("bulk.publish")} checked={publish} onChange={setPublish} /> : null}
        {isAsked ? (
          <DialogForm ready={clean > 0 && isTyped} busy={state === "busy"} onSubmit={() => void approve()}>
            <TextField
              label={t("bulk.type", { number: number(clean) })}
              value={typed}
              onChange={setTyped}
              inputMode="numeric"
              autoComplete="off"
            />
          </DialogForm>
        ) : null}
        <Text as="p" tone="subdued">
          {t(publish ? "bulk.live" : "bulk.undo")}
        </Text>
        {typeof state === "object" ? (
          <Banner tone="critical">{refusedWords(t, state.failed, t("bulk.failed"))}</Banner>
        ) : null}
      </Dialog.Section>
    </Dialog>
  );
}
