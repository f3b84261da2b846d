import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { VersionStateBadge } from "../badges.tsx";
import type { KeptWords } from "../editor/kept-words.ts";
import { Losses } from "../losses.tsx";
import type { FindingView } from "../marks/finding-view.ts";
import { Moment } from "../moment.tsx";
import { thumbnailUrl } from "../products/product-view.ts";
import { returnFocus } from "../return-focus.ts";
import { sameBody, type TextBody } from "../text-body.ts";
import { markupChange } from "../what-is-lost.ts";
import { Wordings } from "../wordings/wordings.tsx";
import { otherWordings } from "../wordings/wordings-view.ts";
import { CardFindings } from "./card-findings.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { ExaminedNote } from "./examined-note.tsx";
import { Held } from "./held.tsx";
import { InBrowserWhenLong } from "./in-browser-when-long.tsx";
import { LengthNote } from "./length-note.tsx";
import { keyOf, openFindings } from "./open-findings.ts";
import { OpenText } from "./open-text.tsx";
import type { LocksView, ProductEvents, RunningView, TextView } from "./product-detail-view.ts";
import { ReadText } from "./read-text.tsx";
import { editButtonId, TextActions } from "./text-actions.tsx";
import { TextComparison } from "./text-comparison.tsx";
import { useDecidedFocus } from "./use-decided-focus.ts";
import { WarningsList } from "./warnings-list.tsx";
import "../ui.css";
import "./product.css";

export interface TextCardProps {
  text: TextView;
  lang: string;
  now: number;
  productId: string;
  /** what the text was opened with, null while nobody edits */
  editing: TextBody | null;
  /** words of it that are not saved yet */
  kept?: KeptWords | undefined;
  /** a job is writing it */
  awaited?: boolean;
  /** what a job does with the product just now */
  work?: RunningView["kind"] | null;
  locks: LocksView;
  events: ProductEvents;
  /** opens the product's facts */
  onFacts(): void;
}

/** One text of a product: read until it is clicked, what is found in it, and what to do next. */
export function TextCard(props: TextCardProps) {
  const { text, lang, now, productId, editing, kept, awaited = false, work = null, locks, events } = props;
  const { t } = useTranslation("product");
  const { type, live, newest, stale, conflict, savedDifferently = false } = text;
  const [comparing, setComparing] = useState(false);
  const [at, setAt] = useState(0);
  const card = useRef<HTMLElement>(null);
  const wasOpen = useRef(editing !== null);
  useEffect(() => {
    if (wasOpen.current && editing === null) {
      // What was saved comes back a moment later, and draws the buttons anew.
      returnFocus(() => document.getElementById(editButtonId(type.name)), card.current);
    }
    wasOpen.current = editing !== null;
  }, [editing, type.name]);
  useDecidedFocus(card, [newest?.id, newest?.state, conflict === null].join());
  const shown = newest && newest.state !== "rejected" ? newest : null;
  const isLive = shown !== null && (savedDifferently || sameBody(live, shown.body));
  const body = isLive || shown === null ? live : shown.body;
  const findings = openFindings(newest?.warnings ?? []);
  const finding = findings[Math.min(at, findings.length - 1)];
  const keptFindings = (newest?.warnings ?? []).filter(({ decision }) => decision);
  const comparable = shown !== null && !isLive && live !== null;
  const edit = () => events.onEdit(type.name, body ?? (type.kind === "bullets" ? [] : ""));
  const isOpen = editing !== null;
  return (
    <section aria-label={type.label} ref={card} tabIndex={-1}>
      <Card>
        <BlockStack gap="300">
          <div className="sw-card-head">
            <InlineStack gap="200" blockAlign="center">
              {text.image ? <Picture {...text.image} /> : null}
              <Text as="h2" variant="headingMd">
                {type.label}
              </Text>
              {conflict ? (
                <Badge tone="warning">{t("card.conflict")}</Badge>
              ) : newest ? (
                <VersionStateBadge version={newest} />
              ) : null}
              {newest?.blocked && newest.state === "draft" ? <Badge tone="critical">{t("card.blocked")}</Badge> : null}
              {stale ? <Badge tone="attention">{t("card.stale")}</Badge> : null}
            </InlineStack>
            {isOpen || body === null ? null : <LengthNote type={type} body={body} />}
          </div>
          <Held working={work !== null} editing={isOpen}>
            {isOpen ? (
              <OpenText
                productId={productId}
                text={text}
                lang={lang}
                begun={editing}
                kept={kept}
                onClose={() => events.onEdit(type.name, null)}
                onFacts={props.onFacts}
                onAgain={() => events.onGenerate([type.name])}
              />
            ) : conflict ? (
              <InBrowserWhenLong bodies={[conflict.base, conflict.theirs, conflict.ours]}>
                {() => (
                  <ConflictPanel
                    type={type}
                    conflict={conflict}
                    lang={lang}
                    now={now}
                    busy={locks.all || locks.publish}
                    onResolve={(choice, done) => events.onResolve(type.name, choice, done)}
                    onEdit={() => events.onEdit(type.name, conflict.ours)}
                  />
                )}
              </InBrowserWhenLong>
            ) : awaited && (shown === null || isLive) ? (
              <div className={`sw-awaited sw-awaited-${type.kind}`}>
                <Text as="p" tone="subdued">
                  {t("card.beingWritten")}
                </Text>
              </div>
            ) : comparing && comparable ? (
              <InBrowserWhenLong bodies={[live, shown.body]}>
                {() => <TextComparison text={text} version={shown} lang={lang} />}
              </InBrowserWhenLong>
            ) : (
              <ReadText
                type={type}
                body={body}
                lang={lang}
                findings={findings}
                evidence={newest?.evidence ?? []}
                focused={finding ? keyOf(finding) : null}
                onMark={(key) =>
                  setAt(
                    Math.max(
                      0,
                      findings.findIndex((one) => keyOf(one) === key),
                    ),
                  )
                }
                onEdit={locks.all ? undefined : edit}
              />
            )}
          </Held>
          {newest?.state === "draft" && !isOpen && conflict === null ? (
            <OtherWordings type={type} newest={newest} lang={lang} busy={locks.all} onChoose={events.onChoose} />
          ) : null}
          {newest && !isOpen ? (
            <Held working={work !== null} editing={false}>
              <BlockStack gap="300">
                <CardFindings
                  label={type.label}
                  findings={findings}
                  at={at}
                  busy={locks.all}
                  onAt={setAt}
                  onKeep={(one, reason, done) => events.onDecide(newest, warningOf(newest.warnings, one), reason, done)}
                  onUseWords={(one) => events.onUseFix(newest, warningOf(newest.warnings, one))}
                  onLeaveOut={(one) => events.onEdit(type.name, without(newest.body, one.quote ?? ""), true)}
                  onEdit={edit}
                  onFacts={props.onFacts}
                  onAgain={() => events.onGenerate([type.name])}
                />
                <WarningsList
                  warnings={keptFindings}
                  label={type.label}
                  now={now}
                  events={{
                    busy: locks.all,
                    onDecide: (one, reason, done) => events.onDecide(newest, one, reason, done),
                    onUseFix: (one) => events.onUseFix(newest, one),
                  }}
                />
                {comparable && !comparing ? <Losses change={markupChange(type, live, shown.body)} /> : null}
                <EvidenceList evidence={newest.evidence} />
                <ExaminedNote examined={newest.examined ?? null} />
              </BlockStack>
            </Held>
          ) : null}
          {isOpen ? null : <Notes text={text} />}
          {conflict || isOpen ? null : (
            <div className="sw-card-acts">
              <TextActions
                text={text}
                body={body}
                locks={locks}
                events={events}
                comparing={comparing}
                onCompare={comparable ? () => setComparing(!comparing) : undefined}
              />
              <PublishedAt newest={newest} now={now} />
            </div>
          )}
        </BlockStack>
      </Card>
    </section>
  );
}

/** What else the model offered for a short text. */
function OtherWordings({
  type,
  newest,
  lang,
  busy,
  onChoose,
}: {
  type: TextView["type"];
  newest: NonNullable<TextView["newest"]>;
  lang: string;
  busy: boolean;
  onChoose: ProductEvents["onChoose"];
}) {
  const { t } = useTranslation("texts");
  const others = otherWordings(newest.wordings ?? [], newest.body);
  if (others.length === 0) return null;
  return (
    <div className="sw-card-wordings">
      <Text as="p" tone="subdued" variant="bodySm">
        {t("wordings.count", { count: others.length })}
      </Text>
      <Wordings
        others={others.map(({ number, body, warnings }) => ({
          ...{ number, body },
          findings: warnings.filter(({ decision }) => !decision).length,
        }))}
        text={type.label}
        lang={lang}
        limitChars={type.limitChars}
        busy={busy}
        onChoose={(number) => {
          const wording = newest.wordings?.[number - 1];
          if (wording) onChoose(type.name, newest, wording.body);
        }}
      />
    </div>
  );
}

/** What else is to be known about a text, one line each. */
function Notes({ text }: { text: TextView }) {
  const { t } = useTranslation("product");
  const { type, live, stale, savedDifferently = false, approved } = text;
  const lines = [
    stale ? t("card.staleWhy") : "",
    savedDifferently ? t(live === null ? "card.keepsNone" : "card.savedDifferently") : "",
    approved && type.published === false ? t("card.staysHere") : "",
  ].filter((line) => line !== "");
  return (
    <>
      {lines.map((line) => (
        <Text key={line} as="p" tone="subdued" variant="bodySm">
          {line}
        </Text>
      ))}
    </>
  );
}

/** Beside the buttons, of which a published text has few: a line of its own would move the page when publishing ends. */
function PublishedAt({ newest, now }: { newest: TextView["newest"]; now: number }) {
  const { t } = useTranslation("product");
  if (newest?.state !== "published" || !newest.publishedAt) return null;
  return (
    <Text as="p" tone="subdued" variant="bodySm">
      {t("card.publishedAt")} <Moment at={newest.publishedAt} now={now} />
    </Text>
  );
}

/** Beside words that say what it shows: no alt text of its own. */
function Picture({ url, position }: NonNullable<TextView["image"]>) {
  const { t } = useTranslation("product");
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={t("card.openImage", { number: position })}>
      <img className="sw-picture" src={thumbnailUrl(url, 192)} alt="" width={96} height={96} loading="lazy" />
    </a>
  );
}

function warningOf<W extends { id?: string | undefined; code: string }>(
  warnings: readonly W[],
  { id, code }: FindingView,
): W {
  const found = warnings.find((one) => (id === null ? one.code === code : one.id === id));
  if (!found) throw new Error("the finding is not one of the text's");
  return found;
}

/** A text without some words of it, and without the space that was before them. */
export function without(body: TextBody, words: string): TextBody {
  if (words === "") return body;
  const take = (text: string) => text.replace(` ${words}`, "").replace(words, "");
  return Array.isArray(body) ? body.map(take).filter((line) => line.trim() !== "") : take(body);
}
