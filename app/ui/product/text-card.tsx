import { Badge, BlockStack, Button, ButtonGroup, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { useRef, useState } from "react";
import { VersionStateBadge } from "../badges.tsx";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import { WithEvidence } from "../evidence-text.tsx";
import { Losses } from "../losses.tsx";
import { Moment } from "../moment.tsx";
import { thumbnailUrl } from "../products/product-view.ts";
import { sameBody, type TextBody } from "../text-body.ts";
import { lostBySaving, markupChange } from "../what-is-lost.ts";
import { BodyView } from "./body-view.tsx";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { ExaminedNote } from "./examined-note.tsx";
import { Held } from "./held.tsx";
import { HistoryList, originOf, VersionCost } from "./history-list.tsx";
import { InBrowserWhenLong } from "./in-browser-when-long.tsx";
import { LengthNote } from "./length-note.tsx";
import type { LocksView, ProductEvents, RunningView, TextView, VersionView } from "./product-detail-view.ts";
import { editButtonId, TextActions } from "./text-actions.tsx";
import { TextEditor } from "./text-editor.tsx";
import { useDecidedFocus } from "./use-decided-focus.ts";
import { useEditorFocus } from "./use-editor-focus.ts";
import { WarningsList } from "./warnings-list.tsx";
import "../ui.css";

export interface TextCardProps {
  text: TextView;
  lang: string;
  now: number;
  /** the text under the pen, null while nobody edits */
  editing: TextBody | null;
  /** the version that the edit was made from */
  seen?: string | null;
  /** a job is writing it */
  awaited?: boolean;
  /** what a job does with the product just now */
  work?: RunningView["kind"] | null;
  locks: LocksView;
  events: ProductEvents;
}

type Look = "text" | "changes" | "source";

/** One content type: the live text beside the newest version, what the checks say, and what to do next. */
export function TextCard(props: TextCardProps) {
  const { text, lang, now, editing, seen = null, awaited = false, work = null, locks, events } = props;
  const working = work !== null;
  const [look, setLook] = useState<Look>("text");
  const { type, live, newest, stale, conflict, savedDifferently = false } = text;
  const same = newest !== null && (savedDifferently || sameBody(live, newest.body));
  const comparing = newest !== null && !same && editing === null && conflict === null;
  // What is awaited will be comparable: its buttons are there already.
  const looks = comparing || (awaited && editing === null && conflict === null);
  const shown = look === "changes" && !comparing ? "text" : look;
  const older = text.history.some(({ id }) => id !== newest?.id);
  const card = useRef<HTMLElement>(null);
  useEditorFocus(card, editing !== null, editButtonId(type.name));
  useDecidedFocus(card, [newest?.id, newest?.state, conflict === null].join());
  return (
    <section aria-label={type.label} ref={card} tabIndex={-1}>
      <Card>
        <BlockStack gap="400">
          <Held working={working} editing={editing !== null}>
            <div className="sw-text-head">
              <InlineStack gap="200" blockAlign="center">
                {text.image ? <Picture {...text.image} /> : null}
                <Text as="h2" variant="headingMd">
                  {type.label}
                </Text>
                {conflict ? (
                  <Badge tone="warning">Conflict</Badge>
                ) : newest ? (
                  <VersionStateBadge version={newest} />
                ) : null}
                {newest?.blocked && newest.state === "draft" ? <Badge tone="critical">Blocked by a check</Badge> : null}
                {stale ? <Badge tone="attention">Facts changed since</Badge> : null}
              </InlineStack>
              {looks || (type.kind === "html" && editing === null && live !== null && conflict === null) ? (
                <LookButtons
                  look={shown}
                  onLook={setLook}
                  diff={looks}
                  comparable={comparing}
                  source={type.kind === "html"}
                />
              ) : null}
            </div>
          </Held>
          <Held working={working} editing={editing !== null}>
            {editing !== null ? (
              <BlockStack gap="600">
                {seen === (newest?.id ?? null) || (newest && sameBody(newest.body, editing)) ? null : (
                  <ChangedMeanwhile
                    type={type}
                    theirs={newest}
                    mine={editing}
                    lang={lang}
                    now={now}
                    onKeepMine={() => events.onKeepMine(type.name)}
                    onTakeTheirs={() => events.onEdit(type.name, null)}
                  />
                )}
                <div className="sw-columns">
                  <Side title="Live in your store">
                    <BodyView
                      place="Live in your store"
                      type={type}
                      body={live}
                      lang={lang}
                      empty="There is no text in the store yet."
                    />
                  </Side>
                  <Side title="Your edit">
                    <TextEditor
                      type={type}
                      body={editing}
                      lang={lang}
                      onChange={(body) => events.onEdit(type.name, body)}
                    />
                    <Losses change={lostBySaving(type, live, editing)} />
                  </Side>
                </div>
              </BlockStack>
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
            ) : (
              <InBrowserWhenLong bodies={[live, newest?.body]}>
                {() => <Comparison text={text} lang={lang} now={now} look={shown} awaited={awaited} />}
              </InBrowserWhenLong>
            )}
          </Held>
          {newest && editing === null ? (
            <Held working={working} editing={false}>
              <BlockStack gap="400">
                <WarningsList
                  warnings={newest.warnings}
                  label={type.label}
                  now={now}
                  events={{
                    busy: locks.all,
                    onDecide: (finding, reason, done) => events.onDecide(newest, finding, reason, done),
                    onUseFix: (finding) => events.onUseFix(newest, finding),
                  }}
                />
                {stale ? (
                  <Text as="p" tone="subdued" variant="bodySm">
                    The product's facts changed after this text was written. Read it again or generate a new one.
                  </Text>
                ) : null}
                {awaited && newest.evidence.length === 0 ? <div className="sw-awaited-line" /> : null}
                <EvidenceList evidence={newest.evidence} />
                <ExaminedNote examined={newest.examined ?? null} />
              </BlockStack>
            </Held>
          ) : awaited && editing === null ? (
            <div className="sw-awaited-line" />
          ) : null}
          {savedDifferently && editing === null ? (
            <Text as="p" tone="subdued" variant="bodySm">
              {live === null
                ? "Shopify keeps no text of its own here, because the page says the same without it."
                : "Shopify saved this text slightly differently from how it was sent. You see it as it stands in your store."}
            </Text>
          ) : null}
          {text.approved && type.published === false ? (
            <Text as="p" tone="subdued" variant="bodySm">
              The approved text stays here: this content type is not published.
            </Text>
          ) : null}
          {conflict ? null : <TextActions text={text} editing={editing !== null} locks={locks} events={events} />}
          {older ? (
            <>
              <Divider />
              <HistoryList
                type={type}
                versions={text.history}
                lang={lang}
                now={now}
                live={live}
                onReuse={(body) => events.onEdit(type.name, body)}
                // In a conflict it would decide it.
                onRestore={conflict || locks.all ? undefined : (version) => events.onRestore(version)}
              />
            </>
          ) : newest && (awaited || (work === "undo" && newest.state === "published")) ? (
            <>
              <Divider />
              <div className="sw-awaited-line sw-awaited-history" />
            </>
          ) : null}
        </BlockStack>
      </Card>
    </section>
  );
}

/** Beside words that say what it shows: no alt text of its own. */
function Picture({ url, position }: NonNullable<TextView["image"]>) {
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={`Open image ${position} in a new tab`}>
      <img className="sw-picture" src={thumbnailUrl(url, 192)} alt="" width={96} height={96} loading="lazy" />
    </a>
  );
}

function Comparison(props: { text: TextView; lang: string; now: number; look: Look; awaited: boolean }) {
  const { text, lang, now, look, awaited } = props;
  const { type, live, newest, savedDifferently = false } = text;
  const source = look === "source";
  const same = newest !== null && (savedDifferently || sameBody(live, newest.body));
  if (same && !awaited) {
    return (
      <Side title="Live in your store" note={<VersionNote type={type} version={newest} now={now} />}>
        <WithEvidence evidence={newest.evidence}>
          <BodyView
            place="Live in your store"
            type={type}
            body={live}
            lang={lang}
            source={source}
            empty="There is no text in the store yet."
          />
        </WithEvidence>
      </Side>
    );
  }
  return (
    <div className="sw-columns">
      <Side title="Live in your store" note={live === null ? null : <LengthNote type={type} body={live} />}>
        <BodyView
          place="Live in your store"
          type={type}
          body={live}
          lang={lang}
          source={source}
          empty="There is no text in the store yet."
        />
      </Side>
      {awaited && (newest === null || same) ? (
        <Side title="New text">
          {/* As tall as such texts with their notes mostly are: when it comes, the page stays where it is. */}
          <div className={`sw-awaited sw-awaited-${type.kind}`}>
            <Text as="p" tone="subdued">
              It is being written.
            </Text>
          </div>
        </Side>
      ) : newest === null ? (
        <Side title="New text">
          <Text as="p" tone="subdued">
            Nothing is written yet. Generate a text, or write one by hand.
          </Text>
        </Side>
      ) : (
        <Side title="New text" note={<VersionNote type={type} version={newest} now={now} />}>
          {look === "changes" ? (
            <DiffView
              parts={diffBodies(type, live, newest.body)}
              markup={markupChange(type, live, newest.body)}
              lang={lang}
            />
          ) : (
            <WithEvidence evidence={newest.evidence}>
              <BodyView
                place="New text"
                type={type}
                body={newest.body}
                lang={lang}
                source={source}
                empty="This version is empty."
              />
            </WithEvidence>
          )}
          <Losses change={markupChange(type, live, newest.body)} />
        </Side>
      )}
    </div>
  );
}

function Side({ title, note, children }: { title: string; note?: React.ReactNode; children: React.ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm" tone="subdued">
        {title}
      </Text>
      {children}
      {note ?? null}
    </BlockStack>
  );
}

function VersionNote({ type, version, now }: { type: TextView["type"]; version: VersionView; now: number }) {
  const { publishedAt, state, createdAt } = version;
  return (
    <BlockStack>
      <LengthNote type={type} body={version.body} />
      <VersionCost version={version} />
      <Text as="span" variant="bodySm" tone="subdued">
        {originOf(version)}, <Moment at={createdAt} now={now} />
        {state === "published" && publishedAt !== null ? (
          <>
            ; published <Moment at={publishedAt} now={now} />
          </>
        ) : null}
      </Text>
    </BlockStack>
  );
}

function LookButtons(props: {
  look: Look;
  onLook(look: Look): void;
  diff: boolean;
  comparable: boolean;
  source: boolean;
}) {
  const { look, onLook, diff, comparable, source } = props;
  const button = (name: Look, label: string, disabled = false) => (
    <Button size="slim" pressed={look === name} disabled={disabled} onClick={() => onLook(name)}>
      {label}
    </Button>
  );
  return (
    <ButtonGroup variant="segmented">
      {button("text", source ? "Preview" : "Text")}
      {diff ? button("changes", "Changes", !comparable) : null}
      {source ? button("source", "HTML") : null}
    </ButtonGroup>
  );
}
