import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MarkView } from "../marks/mark-view.ts";
import { MarkedText } from "../marks/marked-text.tsx";
import { Wordings } from "../wordings/wordings.tsx";
import { otherWordings } from "../wordings/wordings-view.ts";
import { DiffText } from "./diff-text.tsx";
import { hasChoice, type NumberedFinding } from "./judge-product.ts";
import { marksOfText } from "./marks-of-text.ts";
import type { ReviewProduct, ReviewText } from "./review-view.ts";
import { textLabel } from "./text-label.ts";
import { AltText, LiveBelow, type ShownSide, Slot, TextWords, useLength } from "./text-slot.tsx";

export interface SlotsProps {
  product: ReviewProduct;
  findings: readonly NumberedFinding[];
  focused: NumberedFinding | null;
  preview: boolean;
  side: ShownSide;
  /** the name of the text that the person stands on */
  at: string | null;
  onMark(key: string): void;
  onChoose(name: string, number: number): void;
  /** the text that is edited, and its editor */
  editing: { name: string; editor: ReactNode } | null;
}

/** All texts of a product in places that stay from product to product. */
export function Slots(props: SlotsProps) {
  const { product, findings, focused, preview, side, at, onMark, onChoose, editing } = props;
  const { t } = useTranslation("review");
  const { t: m } = useTranslation("marks");
  const lengthOf = useLength();
  const lang = product.locale;
  const look = { lang, side, onMark };
  const find = (name: string) => product.texts.find((text) => text.name === name) ?? null;
  const marksOf = (text: ReviewText): MarkView[] =>
    marksOfText(text, { findings, focused, preview, glossary: product.glossary }, m);
  const isFocused = (...names: string[]) =>
    names.includes(at ?? "") ||
    (focused !== null && names.includes(focused.text.name)) ||
    names.includes(editing?.name ?? "");
  const words = (text: ReviewText) =>
    editing?.name === text.name ? (
      editing.editor
    ) : text.conflict ? (
      <ConflictSides text={text} lang={lang} />
    ) : (
      <TextWords text={text} marks={marksOf(text)} look={look} named={searchTypes.has(text.type)} />
    );
  const choice = (text: ReviewText) =>
    editing?.name === text.name ? null : <Choice text={text} lang={lang} onChoose={onChoose} />;
  const [title, desc, bullets, seoTitle, seoDesc] = ["title", "desc", "bullets", "seo_title", "seo_desc"].map(find);
  const alts = product.texts.filter(({ type }) => type === "image_alt");
  const others = product.texts.filter(({ type }) => !known.has(type));
  const conflicts = product.texts.filter(({ conflict }) => conflict !== null);
  if (conflicts.length > 0) {
    const rest = product.texts.filter(({ conflict, newest }) => conflict === null && newest !== null);
    return (
      <div className="sw-review-wide">
        {[...conflicts, ...rest].map((text) => (
          <Slot
            key={text.name}
            name={text.name}
            className={text.conflict ? "sw-slot-conflict" : "sw-slot-rest"}
            title={textLabel(t, text)}
            badges={<Badges text={text} findings={findings} />}
            length={lengthOf(text)}
            focused={isFocused(text.name) || text === conflicts[0]}
          >
            {words(text)}
            {choice(text)}
          </Slot>
        ))}
      </div>
    );
  }
  return (
    <>
      <div className="sw-review-middle">
        {title ? (
          <Slot
            name="title"
            className="sw-slot-title"
            title={textLabel(t, title)}
            badges={
              <>
                <Badges text={title} findings={findings} />
                <HowMany text={title} />
              </>
            }
            length={lengthOf(title)}
            focused={isFocused("title")}
          >
            {words(title)}
            {side === "new" && !title.conflict && editing?.name !== "title" ? (
              <LiveBelow text={title} lang={lang} short />
            ) : null}
            {choice(title)}
          </Slot>
        ) : null}
        {desc ? (
          <Slot
            name="desc"
            className="sw-slot-desc"
            title={textLabel(t, desc)}
            badges={<Badges text={desc} findings={findings} />}
            length={lengthOf(desc)}
            focused={isFocused("desc")}
          >
            <div className="sw-slot-text">{words(desc)}</div>
            {side === "new" && !desc.conflict && editing?.name !== "desc" ? (
              <LiveBelow text={desc} lang={lang} />
            ) : null}
          </Slot>
        ) : null}
      </div>
      <div className="sw-review-right">
        {bullets ? (
          <Slot
            name="bullets"
            className="sw-slot-bullets"
            title={textLabel(t, bullets)}
            badges={<Badges text={bullets} findings={findings} />}
            length={lengthOf(bullets)}
            focused={isFocused("bullets")}
          >
            {words(bullets)}
          </Slot>
        ) : null}
        {seoTitle || seoDesc ? (
          <Slot
            name="seo_title"
            className="sw-slot-search"
            title={t("slot.search")}
            badges={<Badges text={seoTitle ?? seoDesc ?? null} also={seoDesc} findings={findings} />}
            length={[seoTitle, seoDesc]
              .flatMap((text) => (text ? lengthOf(text) : []))
              .filter((one) => one !== "")
              .join(" · ")}
            focused={isFocused("seo_title", "seo_desc")}
          >
            {seoTitle ? (
              <>
                <div className="sw-search-title">{words(seoTitle)}</div>
                {choice(seoTitle)}
              </>
            ) : null}
            {seoDesc ? (
              <div className="sw-search-part" data-slot="seo_desc" data-at={at === "seo_desc"} tabIndex={-1}>
                <div className="sw-search-desc">{words(seoDesc)}</div>
                {choice(seoDesc)}
              </div>
            ) : null}
          </Slot>
        ) : null}
        {others.map((text) => (
          <Slot
            key={text.name}
            name={text.name}
            className="sw-slot-other"
            title={textLabel(t, text)}
            badges={<Badges text={text} findings={findings} />}
            length={lengthOf(text)}
            focused={isFocused(text.name)}
          >
            {words(text)}
          </Slot>
        ))}
        {alts.length > 0 ? (
          <Slot
            name={alts[0]?.name ?? ""}
            className="sw-slot-alts"
            title={t("slot.alts")}
            badges={<Badges text={alts[0] ?? null} alsoAll={alts} findings={findings} />}
            length={t("slot.images", {
              written: alts.filter(({ newest }) => newest !== null).length,
              count: alts.length,
            })}
            focused={isFocused(...alts.map(({ name }) => name))}
          >
            {alts.map((text) => (
              <AltText key={text.name} text={text}>
                {words(text)}
              </AltText>
            ))}
          </Slot>
        ) : null}
      </div>
    </>
  );
}

/** "2 other wordings" */
function HowMany({ text }: { text: ReviewText }) {
  const { t } = useTranslation("texts");
  const { newest } = text;
  if (!newest || !hasChoice(text)) return null;
  const count = otherWordings(newest.wordings, newest.body).length;
  return (
    <span className="sw-slot-length sw-slot-note" aria-hidden="true">
      {t("wordings.count", { count })}
    </span>
  );
}

/** What else the model offered for a text that waits. */
function Choice({ text, lang, onChoose }: { text: ReviewText; lang: string; onChoose: SlotsProps["onChoose"] }) {
  const { t } = useTranslation("review");
  const { newest } = text;
  if (!newest || !hasChoice(text)) return null;
  const others = otherWordings(newest.wordings, newest.body).map(({ number, body, findings }) => ({
    ...{ number, body },
    findings: findings.filter(({ decision }) => decision === null).length,
  }));
  return (
    <Wordings
      {...{ others, lang }}
      text={textLabel(t, text)}
      limitChars={text.limitChars}
      onChoose={(number) => onChoose(text.name, number)}
    />
  );
}

/** They stand in one slot. */
const searchTypes: ReadonlySet<string> = new Set(["seo_title", "seo_desc"]);
const known: ReadonlySet<string> = new Set(["title", "desc", "bullets", "seo_title", "seo_desc", "image_alt"]);

function Badges({
  text,
  also = null,
  alsoAll = [],
  findings,
}: {
  text: ReviewText | null;
  also?: ReviewText | null | undefined;
  alsoAll?: readonly ReviewText[];
  findings: readonly NumberedFinding[];
}) {
  const { t } = useTranslation("review");
  if (!text) return null;
  const names = [text, also, ...alsoAll].flatMap((one) => one?.name ?? []);
  const mine = findings.filter((one) => names.includes(one.text.name));
  const blocking = mine.filter(({ finding }) => finding.severity === "block").length;
  const warning = mine.length - blocking;
  return (
    <>
      {text.conflict ? <span className="sw-badge sw-badge-conflict">{t("slot.conflict")}</span> : null}
      {blocking > 0 ? (
        <span className="sw-badge sw-badge-blocks">{t("slot.blocking", { count: blocking })}</span>
      ) : null}
      {warning > 0 ? <span className="sw-badge sw-badge-warns">{t("slot.warnings", { count: warning })}</span> : null}
      {text.newest?.state === "approved" ? (
        <span className="sw-badge sw-badge-approved">{t("slot.approved")}</span>
      ) : null}
    </>
  );
}

/** What ours was written from, what is live, what is ours: each compared with what came before it. */
function ConflictSides({ text, lang }: { text: ReviewText; lang: string }) {
  const { t } = useTranslation("review");
  if (!text.conflict) return null;
  const { base, theirs, ours } = text.conflict;
  const { kind } = text;
  return (
    <div className="sw-conflict">
      <div>
        <h4>{t("conflict.before")}</h4>
        <p className="sw-review-subdued">{t("conflict.beforeHow")}</p>
        {base === null ? (
          <p className="sw-review-subdued">{t("slot.noLive")}</p>
        ) : (
          <MarkedText body={base} html={kind === "html"} lang={lang} marks={[]} />
        )}
      </div>
      <div>
        <h4>
          {t("conflict.live")} <span className="sw-dock-key">1</span>
        </h4>
        <p className="sw-review-subdued">{t("conflict.liveHow")}</p>
        <DiffText kind={kind} before={base} after={theirs} lang={lang} />
      </div>
      <div>
        <h4>
          {t("conflict.ours")} <span className="sw-dock-key">2</span>
        </h4>
        <p className="sw-review-subdued">{t("conflict.oursHow")}</p>
        <DiffText kind={kind} before={theirs} after={ours} lang={lang} />
      </div>
    </div>
  );
}
