import { Badge, Button, Link } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../confirm-modal.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import type { KeptWords } from "../editor/kept-words.ts";
import { inARow } from "../in-a-row.ts";
import { inSentence } from "../in-sentence.ts";
import { CardFindings } from "../product/card-findings.tsx";
import { ConflictPanel } from "../product/conflict-panel.tsx";
import { ExaminedNote } from "../product/examined-note.tsx";
import { useFindingSentence } from "../product/finding-sentence.ts";
import { LengthNote } from "../product/length-note.tsx";
import { keyOf, openFindings } from "../product/open-findings.ts";
import { OpenText } from "../product/open-text.tsx";
import type { ConflictChoice, VersionView } from "../product/product-detail-view.ts";
import { ReadText } from "../product/read-text.tsx";
import { RejectDialog } from "../product/reject-dialog.tsx";
import { thumbnailUrl } from "../products/product-view.ts";
import { sameBody, type TextBody } from "../text-body.ts";
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
  /** the market that is looked at; default: what is said everywhere */
  market?: { id: string; name: string } | null | undefined;
  kept?: KeptWords | undefined;
  onEdit(body: TextBody | null): void;
  onApprove(version: VersionView, done?: () => void): void;
  /** takes away what the market has of its own */
  onUseGeneral?(): void;
  /** the original stays as it is in the language */
  onKeepOriginal?(): void;
  onReject(version: VersionView, reason: string, done: () => void): void;
  now: number;
  onResolve(choice: ConflictChoice, done?: () => void): void;
  onFacts(): void;
}

type RowState =
  | "conflict"
  | "gone"
  | "outdated"
  | "general_changed"
  | "blocked"
  | "draft"
  | "approved"
  | "live"
  | "missing"
  | "alike"
  | "inherited";

function stateOf({
  source,
  newest,
  live,
  stale,
  conflict,
  inMarket,
  isAlike,
  choices,
  linked,
}: TranslationView): RowState {
  if (conflict !== null) return "conflict";
  if (source === null) return "gone";
  if (stale) return "outdated";
  if (inMarket?.isBehind) return "general_changed";
  if (newest?.state === "draft") return newest.blocked ? "blocked" : "draft";
  if (newest?.state === "approved") return "approved";
  if (live !== null) return "live";
  if (inMarket?.reads && inMarket.reads.from !== "source") return "inherited";
  return isAlike || choices || linked ? "alike" : "missing";
}

/** One text: its name and state, what the shop's own language says, and the translation, which is edited in its place. */
export function TranslationRow(props: TranslationRowProps) {
  const { text, locale, language, dir, sourceLocale, sourceLanguage, busy, begun, onEdit, market } = props;
  const { t, i18n } = useTranslation("languages");
  const { t: product } = useTranslation("product");
  const id = useId();
  const [at, setAt] = useState(0);
  const [rejecting, setRejecting] = useState(false);
  const [asking, setAsking] = useState(false);
  const sentence = useFindingSentence(text.type.label);
  const { type, newest, source, sourceBefore, live, image, conflict } = text;
  const state = stateOf(text);
  const waits = newest?.state === "draft" || newest?.state === "approved";
  const own = waits ? newest.body : live;
  // What has no original is decided on, and not written on; nor is what is written elsewhere, unless something stands here.
  const isEditable = source !== null && (text.linked === undefined || own !== null);
  const otherwise = text.inMarket?.otherwise ?? null;
  // Of a market that has no text of its own what is read there stands in its place.
  const body = own ?? (otherwise && otherwise.from !== "source" ? otherwise.body : null);
  const isSame = market && own !== null && otherwise !== null && sameBody(own, otherwise.body);
  const findings = waits ? openFindings(newest.warnings) : [];
  const finding = findings[Math.min(at, findings.length - 1)];
  const label = t("editor.field", { text: type.label, language });
  const edit = () => onEdit(body ?? (type.kind === "bullets" ? [] : ""));
  const editWords =
    own !== null ? t("editor.edit") : market ? t("market.write", { market: market.name }) : t("editor.byHand");
  const approveWords = newest?.blocked ? product("act.approveAnyway") : t("editor.approveOne");
  const useWords = otherwise?.from === "parent" ? t("market.useParent", { above: otherwise.market }) : t("market.use");
  const inLine = inSentence(type.label, i18n.language);
  return (
    <section className="sw-tr-row" aria-labelledby={`${id}name`} data-text={type.name} data-state={state}>
      <div className="sw-tr-label">
        <h2 id={`${id}name`}>{type.label}</h2>
        {image ? <img src={thumbnailUrl(image.url)} alt="" width="32" height="32" loading="lazy" /> : null}
        <RowBadge state={state} text={text} />
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
        {text.writtenIn === undefined ? null : (
          <p className="sw-tr-said">{t("editor.writtenIn", { language: text.writtenIn, expected: sourceLanguage })}</p>
        )}
      </div>
      <div className="sw-tr-target" aria-describedby={`${id}source`}>
        <span className="sw-tr-side">{language}</span>
        <div
          dir={dir}
          lang={locale}
          // Tab leads from text to text: `walkTexts`.
          {...(begun === null ? { "data-stop": true, tabIndex: 0, role: "group", "aria-label": label } : {})}
        >
          {begun === null && conflict === null ? (
            body === null ? (
              <p className="sw-read-none" lang={i18n.language} dir="auto">
                {text.linked ? "" : t(state === "alike" ? "editor.alike" : "editor.missing")}
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
        {text.linked ? <LinkedNote linked={text.linked} /> : null}
        {text.choices ? <p className="sw-tr-said">{t("editor.takesOnly", { choices: listed(text.choices) })}</p> : null}
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
            {market ? <MarketNote text={text} market={market.name} isSame={isSame === true} /> : null}
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
                <span data-act="edit">
                  <Button
                    size="slim"
                    disabled={busy}
                    onClick={edit}
                    accessibilityLabel={t("editor.actOf", { act: editWords, text: inLine })}
                  >
                    {editWords}
                  </Button>
                </span>
              ) : null}
              {isEditable && !market && state === "missing" ? (
                <Button
                  size="slim"
                  disabled={busy}
                  onClick={props.onKeepOriginal}
                  accessibilityLabel={t("editor.actOf", { act: t("editor.staysSame"), text: inLine })}
                >
                  {t("editor.staysSame")}
                </Button>
              ) : null}
              {isEditable && newest?.state === "draft" ? (
                <Button
                  size="slim"
                  disabled={busy}
                  onClick={() => (newest.blocked ? setAsking(true) : props.onApprove(newest))}
                  accessibilityLabel={t("editor.actOf", { act: approveWords, text: inLine })}
                >
                  {approveWords}
                </Button>
              ) : null}
              {market && own !== null && otherwise !== null && !(isSame && newest?.state === "draft") ? (
                <Button
                  size="slim"
                  disabled={busy}
                  onClick={props.onUseGeneral}
                  accessibilityLabel={t("editor.actOf", { act: useWords, text: inLine })}
                >
                  {useWords}
                </Button>
              ) : null}
              {waits ? (
                <span data-act="reject">
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
                </span>
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
            market={market?.id}
            begun={begun}
            kept={props.kept}
            onClose={() => onEdit(null)}
            onFacts={props.onFacts}
            onAgain={() => {}}
          />
        )}
      </div>
      {newest && asking ? (
        <ConfirmModal
          open
          title={product("anyway.title", { text: inLine })}
          message={inARow(...blocking(newest).map(sentence), product("anyway.words"))}
          confirmLabel={product("act.approveAnyway")}
          destructive
          busy={busy}
          onConfirm={() => props.onApprove(newest, () => setAsking(false))}
          onClose={() => setAsking(false)}
        />
      ) : null}
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

/** Where the label is translated that products share. */
function LinkedNote({ linked: { name, url } }: { linked: NonNullable<TranslationView["linked"]> }) {
  const { t } = useTranslation("languages");
  return (
    <p className="sw-tr-said">
      {t("editor.linked")} {url === null ? null : <Link url={url}>{t("editor.linkedAct", { name })}</Link>}
    </p>
  );
}

const mostListed = 12;

function listed(choices: readonly string[]): string {
  const some = choices.slice(0, mostListed).join(" · ");
  return choices.length > mostListed ? `${some} …` : some;
}

const looks = {
  conflict: { tone: "warning", progress: "incomplete" },
  gone: { tone: "warning" },
  outdated: { tone: "warning", progress: "partiallyComplete" },
  general_changed: { tone: "warning", progress: "partiallyComplete" },
  blocked: { tone: "critical", progress: "incomplete" },
  draft: { tone: "attention", progress: "partiallyComplete" },
  approved: { tone: "info", progress: "partiallyComplete" },
  missing: {},
} as const;

function blocking({ warnings }: VersionView) {
  return warnings.filter(({ severity, decision }) => severity === "block" && !decision);
}

/** What shoppers of the market read, or that what it says is said there anyway. */
function MarketNote({ text, market, isSame }: { text: TranslationView; market: string; isSame: boolean }) {
  const { t } = useTranslation("languages");
  const { reads = null, otherwise = null } = text.inMarket ?? {};
  const said = isSame
    ? otherwise?.from === "parent"
      ? t("market.sameParent", { market, above: otherwise.market })
      : t("market.same", { market })
    : reads && t(`market.reads.${reads.from}`, { own: market, market: reads.market });
  return said ? <p className="sw-tr-said">{said}</p> : null;
}

function RowBadge({ state, text: { inMarket } }: { state: RowState; text: TranslationView }) {
  const { t } = useTranslation("languages");
  if (state === "inherited") {
    const above = inMarket?.reads?.from === "parent" ? inMarket.reads.market : "";
    return <span className="sw-langs-live">{above ? t("market.isParent", { market: above }) : t("market.is")}</span>;
  }
  if (state === "alike") return null;
  if (state === "live") return <span className="sw-langs-live">{t("editor.is.live")}</span>;
  return <Badge {...looks[state]}>{t(`editor.is.${state}`)}</Badge>;
}
