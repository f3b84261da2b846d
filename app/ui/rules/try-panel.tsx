import { Badge, Banner, Button, Card, ChoiceList, InlineStack, Spinner, Text, TextField } from "@shopify/polaris";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFindingSentence } from "../product/finding-sentence.ts";
import { newFindings, type TriedProduct, type TriedText } from "../tried-product.ts";
import { MarkedWords, type WordMark } from "./marked-words.tsx";
import type { PreviewItemView } from "./preview-view.ts";

export interface TryPanelProps {
  /** those that are tried, in their order */
  chosen: readonly { id: string; title: string }[];
  /** what was searched for */
  offered: readonly { id: string; title: string }[];
  maxProducts: number;
  creditsPerProduct: number;
  lang: string;
  /** what the rules in the form make of their last texts; null before the first answer */
  marked: readonly TriedProduct[] | null;
  /** why the marks do not follow just now */
  markProblem: string | null;
  /** texts that the model wrote by the rules in the form */
  preview: { finished: boolean; items: readonly PreviewItemView[] } | null;
  busy: boolean;
  problem: string | null;
  labelOf(contentType: string): string;
  /** what the rules in the form would do elsewhere */
  dryRun: ReactNode;
  onSearch(text: string): void;
  onChoose(ids: string[]): void;
  onWrite(ids: string[]): void;
}

/** Tries the rules in the form on a few products: marks at once and for free, and written anew when asked for. */
export function TryPanel(props: TryPanelProps) {
  const { t } = useTranslation("rules");
  const { chosen, preview, busy, marked } = props;
  const [at, setAt] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const id = useId();
  const shown = Math.min(at, Math.max(0, chosen.length - 1));
  const product = chosen[shown];
  const running = busy || (preview !== null && !preview.finished);
  const tried = marked?.find(({ productId }) => productId === product?.id);
  const written = preview?.items.find(({ productId }) => productId === product?.id);
  return (
    <Card padding="0">
      <div className="sw-try-foot" style={{ minBlockSize: 0 }}>
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="200" blockAlign="baseline">
            <Text as="h2" variant="headingSm">
              {t("try.title")}
            </Text>
            <Text as="span" tone="subdued">
              {t("try.notSaved")}
            </Text>
          </InlineStack>
          <Button
            size="slim"
            disclosure={choosing ? "up" : "down"}
            ariaExpanded={choosing}
            ariaControls={`${id}choose`}
            onClick={() => setChoosing(!choosing)}
          >
            {t("try.products", { count: chosen.length })}
          </Button>
        </InlineStack>
        <div id={`${id}choose`} hidden={!choosing}>
          {choosing ? <Chooser {...props} /> : null}
        </div>
        {chosen.length > 0 ? (
          <div className="sw-try-tabs" role="tablist" aria-label={t("try.tabs")}>
            {chosen.map(({ id: productId, title }, index) => (
              <button
                key={productId}
                type="button"
                role="tab"
                id={`${id}tab${index}`}
                aria-selected={index === shown}
                aria-controls={`${id}panel`}
                tabIndex={index === shown ? 0 : -1}
                title={title}
                onClick={() => setAt(index)}
                onKeyDown={(event) => moveTab(event, { index, count: chosen.length, go: setAt, id })}
              >
                {title}
              </button>
            ))}
          </div>
        ) : null}
      </div>
      <div
        className="sw-try-texts"
        id={`${id}panel`}
        role="tabpanel"
        aria-label={product?.title ?? t("try.title")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
      >
        {product === undefined ? (
          <div className="sw-try-text">
            <Text as="p">{t("try.none")}</Text>
          </div>
        ) : marked === null ? (
          <div className="sw-try-text">
            <Spinner size="small" accessibilityLabel={t("try.reading")} />
          </div>
        ) : (
          <>
            {written && written.status === "failed" ? (
              <div className="sw-try-text">
                <Text as="p" tone="critical">
                  {t("try.noAnswer")}
                </Text>
              </div>
            ) : null}
            {(tried?.texts ?? []).length === 0 && (written?.texts ?? []).length === 0 ? (
              <div className="sw-try-text">
                <Text as="p">{t("try.noText")}</Text>
              </div>
            ) : null}
            {written?.texts.map((text) => (
              <WrittenTextView
                key={`written ${text.contentType}`}
                text={text}
                label={props.labelOf(text.contentType)}
                before={tried?.texts.find(({ contentType }) => contentType === text.contentType) ?? null}
                lang={props.lang}
              />
            ))}
            {tried?.texts
              .filter(({ contentType }) => !written?.texts.some((text) => text.contentType === contentType))
              .map((text) => (
                <TriedTextView key={text.contentType} text={text} lang={props.lang} />
              ))}
          </>
        )}
      </div>
      <div className="sw-try-foot">
        <InlineStack gap="200" blockAlign="center" wrap={false}>
          <div className="sw-try-write">
            <Button
              disabled={chosen.length === 0 || running}
              loading={running}
              onClick={() => props.onWrite(chosen.map(({ id: one }) => one))}
            >
              {t("try.write", {
                count: chosen.length,
                credits: t("try.credits", { count: chosen.length * props.creditsPerProduct }),
              })}
            </Button>
          </div>
          <Text as="p" variant="bodySm" tone="subdued">
            {t("try.free")}
          </Text>
        </InlineStack>
        {props.problem ? (
          <Banner tone="critical">
            <p>{props.problem}</p>
          </Banner>
        ) : null}
        {props.markProblem ? (
          <Text as="p" variant="bodySm" tone="critical">
            {props.markProblem}
          </Text>
        ) : null}
        <NewFindings count={marked === null ? null : newFindings(marked)} />
      </div>
      {props.dryRun}
    </Card>
  );
}

function moveTab(
  event: KeyboardEvent,
  { index, count, go, id }: { index: number; count: number; go(at: number): void; id: string },
): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const next = (index + step + count) % count;
  go(next);
  document.getElementById(`${id}tab${next}`)?.focus();
}

const quietMs = 1_000;

/** One polite message, once the person stops typing. */
function NewFindings({ count }: { count: number | null }) {
  const { t } = useTranslation("rules");
  const [said, setSaid] = useState<number | null>(null);
  const first = useRef(true);
  useEffect(() => {
    if (count === null) return;
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSaid(count), quietMs);
    return () => clearTimeout(timer);
  }, [count]);
  return (
    <div role="status">
      <Text as="span" visuallyHidden>
        {said === null ? "" : t("try.newFindings", { count: said })}
      </Text>
    </div>
  );
}

function Chooser({ chosen, offered, maxProducts, onSearch, onChoose }: TryPanelProps) {
  const { t } = useTranslation("rules");
  const [search, setSearch] = useState("");
  const all = [...chosen, ...offered.filter(({ id }) => !chosen.some((one) => one.id === id))];
  const find = (text: string) => {
    setSearch(text);
    onSearch(text);
  };
  return (
    <div className="sw-long">
      <TextField
        label={t("try.find")}
        type="search"
        value={search}
        onChange={find}
        clearButton
        onClearButtonClick={() => find("")}
        autoComplete="off"
      />
      <ChoiceList
        allowMultiple
        title={t("try.choose", { count: maxProducts })}
        choices={all.map(({ id, title }) => ({
          value: id,
          label: title,
          disabled: chosen.length >= maxProducts && !chosen.some((one) => one.id === id),
        }))}
        selected={chosen.map(({ id }) => id)}
        onChange={onChoose}
      />
    </div>
  );
}

function TriedTextView({ text, lang }: { text: TriedText; lang: string }) {
  const { t } = useTranslation("rules");
  const fresh = text.findings.filter(({ isNew }) => isNew).length;
  const over = text.limitChars !== null && text.chars > text.limitChars;
  const sentence = useFindingSentence(text.label);
  const findings = text.findings.map((one, index) => ({ ...one, key: `f${index}`, description: sentence(one) }));
  const placed = findings.filter(({ at }) => at.length > 0);
  const marks: WordMark[] = [
    ...placed.map(
      ({ severity, at, description }, index): WordMark => ({
        key: `f${index}`,
        kind: severity === "block" ? "blocks" : "warns",
        number: index + 1,
        at,
        about: description,
      }),
    ),
    ...text.replaced.map(
      ({ quote, with: instead, at }): WordMark => ({
        key: `r${quote}`,
        kind: "replaced",
        number: null,
        at,
        instead,
        about: instead === "" ? t("try.leftOut") : t("try.becomes", { words: instead }),
      }),
    ),
  ];
  return (
    <div className="sw-try-text">
      <div className="sw-try-head">
        <Text as="h3" variant="headingSm">
          {text.label}
        </Text>
        {fresh > 0 ? <Badge tone="critical">{t("try.newFindings", { count: fresh })}</Badge> : null}
        <span className={`sw-try-length${over ? " sw-try-length-over" : ""}`}>
          {text.limitChars === null
            ? t("try.chars", { count: text.chars })
            : t("try.ofLimit", { chars: text.chars, limit: text.limitChars })}
        </span>
      </div>
      <MarkedWords text={text.text} marks={marks} lang={lang} />
      <Findings findings={[...placed, ...findings.filter(({ at }) => at.length === 0)]} numbered={placed.length} />
    </div>
  );
}

function Findings({
  findings,
  numbered,
}: {
  findings: readonly { key: string; description: string; severity: "block" | "warn"; isNew?: boolean }[];
  numbered: number;
}) {
  const { t } = useTranslation("rules");
  if (findings.length === 0) return null;
  return (
    <ul className="sw-try-found">
      {findings.map(({ key, description, severity, isNew }, index) => (
        <li key={key}>
          {index < numbered ? `${index + 1} · ` : ""}
          {severity === "block" ? t("try.blocks") : t("try.warns")}
          {isNew ? ` · ${t("try.new")}` : ""}
          {": "}
          <span dir="auto">{description}</span>
        </li>
      ))}
    </ul>
  );
}

function WrittenTextView({
  text,
  label,
  before,
  lang,
}: {
  text: PreviewItemView["texts"][number];
  label: string;
  before: TriedText | null;
  lang: string;
}) {
  const { t } = useTranslation("rules");
  const sentence = useFindingSentence(label);
  const findings = text.warnings.map((one, index) => ({ ...one, key: `w${index}`, description: sentence(one) }));
  const words = text.plain;
  return (
    <div className="sw-try-text">
      <div className="sw-try-head">
        <Text as="h3" variant="headingSm">
          {label}
        </Text>
        <Badge tone="info">{t("try.writtenNow")}</Badge>
      </div>
      <MarkedWords text={words} marks={[]} lang={lang} />
      <Findings findings={findings} numbered={0} />
      {before ? (
        <details>
          <summary>{t("try.before")}</summary>
          <MarkedWords text={before.text} marks={[]} lang={lang} />
        </details>
      ) : null}
    </div>
  );
}
