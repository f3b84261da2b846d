import { Badge, Button } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import type { KeptWords } from "../editor/kept-words.ts";
import { inSentence } from "../in-sentence.ts";
import { CardFindings } from "../product/card-findings.tsx";
import { ConflictPanel } from "../product/conflict-panel.tsx";
import { ExaminedNote } from "../product/examined-note.tsx";
import { LengthNote } from "../product/length-note.tsx";
import { keyOf, openFindings } from "../product/open-findings.ts";
import { OpenText } from "../product/open-text.tsx";
import type { ConflictChoice, VersionView } from "../product/product-detail-view.ts";
import { ReadText } from "../product/read-text.tsx";
import { RejectDialog } from "../product/reject-dialog.tsx";
import { thumbnailUrl } from "../products/product-view.ts";
import type { TextBody } from "../text-body.ts";
import type { TranslationView } from "./editor-view.ts";

export interface TranslationRowProps {
  text: TranslationView;
  productId: string;
  locale: string;
  language: string;
  dir: "ltr" | "rtl";
  sourceLocale: string;
  sourceLanguage: string;
  busy: boolean;
  /** what the text was opened with, null while nobody edits */
  begun: TextBody | null;
  kept?: KeptWords | undefined;
  onEdit(body: TextBody | null): void;
  onApprove(version: VersionView): void;
  onReject(version: VersionView, reason: string, done: () => void): void;
  now: number;
  onResolve(choice: ConflictChoice, done?: () => void): void;
  onFacts(): void;
}

type RowState = "conflict" | "gone" | "outdated" | "blocked" | "draft" | "approved" | "live" | "missing";

function stateOf({ source, newest, live, stale, conflict }: TranslationView): RowState {
  if (conflict !== null) return "conflict";
  if (source === null) return "gone";
  if (stale) return "outdated";
  if (newest?.state === "draft") return newest.blocked ? "blocked" : "draft";
  if (newest?.state === "approved") return "approved";
  return live === null ? "missing" : "live";
}

/** One text: its name and state, what the shop's own language says, and the translation, which is edited in its place. */
export function TranslationRow(props: TranslationRowProps) {
  const { text, locale, language, dir, sourceLocale, sourceLanguage, busy, begun, onEdit } = props;
  const { t, i18n } = useTranslation("languages");
  const { t: product } = useTranslation("product");
  const id = useId();
  const [at, setAt] = useState(0);
  const [rejecting, setRejecting] = useState(false);
  const { type, newest, source, sourceBefore, live, image, conflict } = text;
  const state = stateOf(text);
  // What has no original is decided on, and not written on.
  const isEditable = source !== null;
  const waits = newest?.state === "draft" || newest?.state === "approved";
  const body = waits ? newest.body : live;
  const findings = waits ? openFindings(newest.warnings) : [];
  const finding = findings[Math.min(at, findings.length - 1)];
  const label = t("editor.field", { text: type.label, language });
  const edit = () => onEdit(body ?? (type.kind === "bullets" ? [] : ""));
  const inLine = inSentence(type.label, i18n.language);
  return (
    <section className="sw-tr-row" aria-labelledby={`${id}name`} data-text={type.name} data-state={state}>
      <div className="sw-tr-label">
        <h2 id={`${id}name`}>{type.label}</h2>
        {image ? <img src={thumbnailUrl(image.url)} alt="" width="32" height="32" loading="lazy" /> : null}
        <RowBadge state={state} />
      </div>
      <div className="sw-tr-source" id={`${id}source`}>
        <span className="sw-tr-side">{sourceLanguage}</span>
        {source === null ? (
          <p className="sw-read-none">{t("editor.noOriginal")}</p>
        ) : sourceBefore === null ? (
          <ReadText
            type={type}
            body={source}
            lang={sourceLocale}
            findings={[]}
            evidence={[]}
            focused={null}
            onMark={() => {}}
          />
        ) : (
          <DiffView parts={diffBodies(type, sourceBefore, source)} lang={sourceLocale} />
        )}
      </div>
      <div className="sw-tr-target" aria-describedby={`${id}source`}>
        <span className="sw-tr-side">{language}</span>
        <div dir={dir} lang={locale}>
          {begun === null && conflict === null ? (
            body === null ? (
              <p className="sw-read-none" lang={i18n.language} dir="auto">
                {t("editor.missing")}
              </p>
            ) : (
              <ReadText
                type={type}
                body={body}
                lang={locale}
                findings={findings}
                evidence={waits ? newest.evidence : []}
                focused={finding ? keyOf(finding) : null}
                onMark={(key) =>
                  setAt(
                    Math.max(
                      0,
                      findings.findIndex((one) => keyOf(one) === key),
                    ),
                  )
                }
                onEdit={busy || !isEditable ? undefined : edit}
              />
            )
          ) : null}
        </div>
        {begun === null && conflict ? (
          <ConflictPanel
            type={{ ...type, label }}
            conflict={conflict}
            lang={locale}
            now={props.now}
            busy={busy}
            onResolve={props.onResolve}
            onEdit={() => onEdit(conflict.ours)}
          />
        ) : begun === null ? (
          <>
            <CardFindings
              label={type.label}
              findings={findings}
              at={at}
              busy={busy}
              onAt={setAt}
              onUseWords={edit}
              onLeaveOut={edit}
              onEdit={edit}
              onFacts={props.onFacts}
              onAgain={edit}
            />
            <div className="sw-tr-acts">
              {isEditable ? (
                <Button
                  size="slim"
                  disabled={busy}
                  onClick={edit}
                  accessibilityLabel={t("editor.actOf", {
                    act: t(body === null ? "editor.byHand" : "editor.edit"),
                    text: inLine,
                  })}
                >
                  {t(body === null ? "editor.byHand" : "editor.edit")}
                </Button>
              ) : null}
              {isEditable && newest?.state === "draft" && !newest.blocked ? (
                <Button
                  size="slim"
                  disabled={busy}
                  onClick={() => props.onApprove(newest)}
                  accessibilityLabel={t("editor.actOf", { act: t("editor.approveOne"), text: inLine })}
                >
                  {t("editor.approveOne")}
                </Button>
              ) : null}
              {waits ? (
                <Button
                  size="slim"
                  variant="tertiary"
                  tone="critical"
                  disabled={busy}
                  onClick={() => setRejecting(true)}
                  accessibilityLabel={t("editor.actOf", { act: product("act.reject"), text: inLine })}
                >
                  {product("act.reject")}
                </Button>
              ) : null}
              {body === null ? null : <LengthNote type={type} body={body} />}
            </div>
            <ExaminedNote examined={newest?.examined ?? null} />
          </>
        ) : (
          <OpenText
            productId={props.productId}
            text={{ ...text, type: { ...type, label } }}
            lang={locale}
            begun={begun}
            kept={props.kept}
            onClose={() => onEdit(null)}
            onFacts={props.onFacts}
            onAgain={() => {}}
          />
        )}
      </div>
      {waits && rejecting ? (
        <RejectDialog
          label={label}
          busy={busy}
          onReject={(reason) => props.onReject(newest, reason, () => setRejecting(false))}
          onClose={() => setRejecting(false)}
        />
      ) : null}
    </section>
  );
}

const looks = {
  conflict: { tone: "warning", progress: "incomplete" },
  gone: { tone: "warning" },
  outdated: { tone: "warning", progress: "partiallyComplete" },
  blocked: { tone: "critical", progress: "incomplete" },
  draft: { tone: "attention", progress: "partiallyComplete" },
  approved: { tone: "info", progress: "partiallyComplete" },
  missing: {},
} as const;

function RowBadge({ state }: { state: RowState }) {
  const { t } = useTranslation("languages");
  if (state === "live") return <span className="sw-langs-live">{t("editor.is.live")}</span>;
  return <Badge {...looks[state]}>{t(`editor.is.${state}`)}</Badge>;
}
