import { Button, Checkbox, Icon, Spinner, Text, UnstyledLink } from "@shopify/polaris";
import { AlertTriangleIcon, InfoIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import type { SpendingView } from "../spending.ts";
import type { ContentTypeView } from "../text-body.ts";
import { useFormats } from "../use-formats.ts";
import { countPlanned, draftsToWrite, type PlanView, productsToWrite } from "./count-planned.ts";
import { isKnownText, nameOfText } from "./text-names.ts";
import { type ModelChoice, sampleProducts, type WriteChoice } from "./write-choice.ts";
import { WriteFigures } from "./write-figures.tsx";
import "./products.css";

export interface OneProduct {
  /** content types whose text a person gives: nothing is written or charged for them */
  given: readonly string[];
  /** false while something is missing that `fields` ask for */
  ready(contentTypes: readonly string[]): boolean;
  /** further questions about the chosen content types */
  fields(contentTypes: readonly string[]): React.ReactNode;
}

export interface WriteDialogProps {
  /** null while it is made */
  plan: PlanView | null;
  contentTypes: ContentTypeView[];
  models: ModelChoice[];
  spending: SpendingView;
  /** the model's provider has a batch mode, at half the price */
  canWait: boolean;
  /** rules of the shop let variant groups share their texts */
  groups: boolean;
  /** ticked at first */
  preselected: readonly string[];
  /** false where live texts are to be written again */
  onlyMissing: boolean;
  busy: boolean;
  problem: string | null;
  /** of one product that the person has before them: they may say more about each of its texts, or give it themselves */
  one?: OneProduct;
  now: number;
  onWrite(choice: WriteChoice): void;
  onClose(): void;
}

const dayMs = 24 * 3_600_000;

/** Says what a run over many products, or one, will write, for how much and how long, before anything starts. */
export function WriteDialog(props: WriteDialogProps) {
  const { plan, contentTypes, models, spending, busy, problem, one } = props;
  const { t, i18n } = useTranslation("products");
  const formats = useFormats();
  const [types, setTypes] = useState<readonly string[]>(props.preselected);
  const [onlyMissing, setOnlyMissing] = useState(props.onlyMissing);
  // Who asks for one product has its drafts before them.
  const [skipWaiting, setSkipWaiting] = useState(one === undefined);
  const [allImages, setAllImages] = useState(false);
  const [withoutFew, setWithoutFew] = useState(false);
  const [waits, setWaits] = useState(false);
  const [apart, setApart] = useState(false);
  const [version, setVersion] = useState<"v1" | "v2">("v1");
  const model = models.find((choice) => choice.version === version) ?? models[0];
  const asked = types.filter((name) => !one?.given.includes(name));
  const asksModel = types.length === 0 || asked.length > 0;
  const perProduct = asksModel ? (model?.creditsPerProduct ?? 0) : 0;
  const choice = { onlyMissing, skipWaiting, withoutFew, allImages };
  const planned = plan ? countPlanned(plan, { ...choice, types }) : null;
  const gives = asked.length < types.length;
  const known = productsToWrite(planned, { types, gives, onlyMissing, isOne: one !== undefined });
  const drafts = gives ? known : draftsToWrite(planned, { types, products: known });
  const isKnown = known !== null && drafts !== null;
  const count = known ?? 0;
  const credits = count * perProduct;
  const available = spending.availableCredits === null ? null : Math.max(0, spending.availableCredits);
  const affordable = available === null || perProduct === 0 ? count : Math.floor(available / perProduct);
  const short = affordable < count;
  const chosen = (more: Partial<WriteChoice> = {}): WriteChoice => ({
    contentTypes: [...types],
    agentModel: model?.version ?? "v1",
    lane: props.canWait && waits && asksModel ? "batch" : "direct",
    onlyMissing,
    allImages,
    skipWaiting: !onlyMissing && skipWaiting,
    skipFewFacts: withoutFew,
    skipGrouping: apart,
    ...more,
  });
  const [only] = types;
  const title = !isKnown
    ? t("dialog.titleOpen")
    : types.length === 1 && only !== undefined && isKnownText(only)
      ? t(`dialog.title.${only}`, { count: drafts })
      : t("dialog.title.other", { count });
  const ready = isKnown && count > 0 && drafts > 0 && types.length > 0 && !busy && (one?.ready(types) ?? true);
  const rules = planned?.rules ?? [];
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={title}
      primaryAction={{
        content: !asksModel
          ? t("dialog.saveDraft")
          : !isKnown
            ? t("dialog.counting")
            : short
              ? t("dialog.writeSome", { count: affordable })
              : t("dialog.write", { count: drafts }),
        onAction: () => props.onWrite(chosen(short ? { atMost: affordable } : {})),
        disabled: !ready || affordable === 0,
        loading: busy,
      }}
      secondaryActions={[
        ...((!isKnown && one === undefined) || (count > sampleProducts && affordable >= sampleProducts)
          ? [
              {
                content: t("dialog.sample", { count: sampleProducts }),
                onAction: () => props.onWrite(chosen({ sample: sampleProducts, lane: "direct" })),
                disabled: !ready,
              },
            ]
          : []),
        { content: t("dialog.cancel"), onAction: props.onClose, disabled: busy },
      ]}
    >
      <Dialog.Section>
        <div className="sw-write">
          {problem ? (
            <p className="sw-write-note" data-tone="critical" role="alert">
              {problem}
            </p>
          ) : null}
          {short ? (
            <div className="sw-write-note" role="alert">
              <Icon source={AlertTriangleIcon} tone="caution" />
              <span>
                {t("dialog.short", {
                  count,
                  credits: t("dialog.needs", { count: credits }),
                  available: available ?? 0,
                })}
              </span>
              <Button url="/app/settings" size="slim">
                {t("dialog.addCredits")}
              </Button>
            </div>
          ) : null}
          <fieldset>
            <legend>{t("dialog.texts")}</legend>
            <div className="sw-chips">
              {contentTypes.map(({ name, label }) => {
                const counted = plan ? countPlanned(plan, { ...choice, types: [name] }) : null;
                const shown = draftsToWrite(counted, { types: [name], products: counted?.products ?? null });
                return (
                  <label key={name} className="sw-chip">
                    <input
                      type="checkbox"
                      checked={types.includes(name)}
                      onChange={({ target }) =>
                        setTypes(target.checked ? [...types, name] : types.filter((type) => type !== name))
                      }
                    />
                    {isKnownText(name) ? nameOfText(t, name) : label}{" "}
                    {one ? null : <b>{shown === null ? "…" : formats.count(shown)}</b>}
                  </label>
                );
              })}
            </div>
          </fieldset>
          {types.length === 0 ? <p role="alert">{t("dialog.noText")}</p> : null}
          {one && contentTypes.length === 1 ? null : (
            <Checkbox
              label={t("dialog.onlyMissing")}
              helpText={t("dialog.onlyMissingHelp")}
              checked={onlyMissing}
              onChange={setOnlyMissing}
            />
          )}
          {types.includes("image_alt") && !onlyMissing ? (
            <Checkbox
              label={t("dialog.allImages")}
              helpText={t("dialog.allImagesHelp")}
              checked={allImages}
              onChange={setAllImages}
            />
          ) : null}
          {onlyMissing || one ? null : (
            <Checkbox
              label={t("dialog.skipWaiting")}
              helpText={planned && planned.waiting > 0 ? t("dialog.waiting", { count: planned.waiting }) : undefined}
              checked={skipWaiting}
              onChange={setSkipWaiting}
            />
          )}
          {onlyMissing && planned && planned.waiting > 0 ? (
            <Text as="p" tone="subdued">
              {t("dialog.waiting", { count: planned.waiting })}
            </Text>
          ) : null}
        </div>
      </Dialog.Section>
      <Dialog.Section>
        <div className="sw-write">
          <div>
            <Text as="h3" variant="headingSm">
              {t("dialog.rules")}
            </Text>
            <p className="sw-write-rules">
              {plan === null ? <Spinner size="small" accessibilityLabel={t("dialog.counting")} /> : null}
              {rules.map(({ id, label, products }) => (
                <span key={id}>{one ? label : t("dialog.rulesOf", { rules: label, count: products })}</span>
              ))}
              <UnstyledLink url="/app/rules" className="sw-link">
                {t("dialog.change")}
              </UnstyledLink>
            </p>
          </div>
          {plan?.handsOff ? <Text as="p">{t("dialog.handsOff", { count: plan.handsOff })}</Text> : null}
          {planned && (planned.fewFacts > 0 || withoutFew) ? (
            <div className="sw-write-note">
              <Icon source={InfoIcon} tone="caution" />
              <span>
                {withoutFew
                  ? t("dialog.leftOut", { count: planned.leftOut })
                  : t("dialog.fewFacts", { count: planned.fewFacts })}
              </span>
              {one ? null : (
                <Button size="slim" onClick={() => setWithoutFew(!withoutFew)}>
                  {withoutFew
                    ? t("dialog.takeIn", { count: planned.leftOut })
                    : t("dialog.leaveOut", { count: planned.fewFacts })}
                </Button>
              )}
            </div>
          ) : null}
          {props.groups && count > 1 ? (
            <Checkbox label={t("dialog.apart")} helpText={t("dialog.apartHelp")} checked={apart} onChange={setApart} />
          ) : null}
          {props.canWait && asksModel ? (
            <Checkbox
              label={t("dialog.wait")}
              helpText={t("dialog.waitHelp", { time: timeIn(i18n.language, props.now + dayMs) })}
              checked={waits}
              onChange={setWaits}
            />
          ) : null}
          {models.length > 1 && asksModel ? (
            <fieldset>
              <legend>{t("dialog.model")}</legend>
              <div className="sw-chips">
                {models.map((shown) => (
                  <label key={shown.version} className="sw-chip">
                    <input
                      type="radio"
                      name="model"
                      checked={shown.version === version}
                      onChange={() => setVersion(shown.version)}
                    />
                    {shown.name} <b>{t("dialog.perProduct", { count: shown.creditsPerProduct })}</b>
                  </label>
                ))}
              </div>
            </fieldset>
          ) : null}
        </div>
      </Dialog.Section>
      {one ? <Dialog.Section>{one.fields(types)}</Dialog.Section> : null}
      <Dialog.Section>
        {asksModel ? (
          <WriteFigures
            products={isKnown ? (short ? affordable : count) : null}
            contentTypes={asked}
            model={model}
            spending={spending}
            waits={props.canWait && waits}
          />
        ) : (
          <Text as="p">{t("dialog.noModel")}</Text>
        )}
      </Dialog.Section>
    </Dialog>
  );
}

/** Shown in the browser alone: the server does not know the reader's time zone. */
function timeIn(language: string, at: number): string {
  return new Intl.DateTimeFormat(language, { weekday: "long", hour: "numeric", minute: "2-digit" }).format(at);
}
