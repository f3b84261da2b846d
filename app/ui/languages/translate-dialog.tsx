import { Checkbox, ChoiceList, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../dialog.tsx";
import { useFormats } from "../use-formats.ts";
import { translateAct, translateTitle } from "./dialog-titles.ts";
import { type MarketChoice, type MarketOption, marketOptions, perMarketWords } from "./market-choice.ts";
import type { TranslateChoice, TranslatePlanView, Which } from "./translate-choice.ts";
import "../products/products.css";

export interface TranslateDialogProps {
  languages: readonly { locale: string; name: string }[];
  markets: readonly MarketChoice[];
  texts: readonly { name: string; label: string }[];
  /** ticked at first */
  preselected: readonly string[];
  preselectedMarkets: readonly string[];
  which: Which;
  /** of the choice that was asked about last; null while it is counted */
  plan: TranslatePlanView | null;
  busy: boolean;
  problem: string | null;
  onPlan(choice: TranslateChoice): void;
  onTranslate(choice: TranslateChoice): void;
  onClose(): void;
}

/** Says what a run will translate, for how much and how long, before anything starts. */
export function TranslateDialog(props: TranslateDialogProps) {
  const { languages, markets, texts, plan, busy, problem, onPlan } = props;
  const { t } = useTranslation("languages");
  const [locales, setLocales] = useState<readonly string[]>(props.preselected);
  const [whom, setWhom] = useState<readonly string[]>(props.preselectedMarkets);
  const [types, setTypes] = useState<readonly string[]>(() => texts.map(({ name }) => name));
  const [which, setWhich] = useState(props.which);
  const [includeEdited, setIncludeEdited] = useState(false);
  // A market whose languages are not ticked has nothing to be translated into.
  const whose = marketOptions(t, markets, locales);
  const chosen = whom.filter((market) => whose.some(({ name }) => name === market));
  const choice = { locales: [...locales], markets: chosen, contentTypes: [...types], which, includeEdited };
  const isWhole = locales.length > 0 && types.length > 0 && chosen.length > 0;
  const lacking = locales.length === 0 ? "noLanguage" : types.length === 0 ? "noText" : "noMarket";
  const asks = isWhole ? JSON.stringify(choice) : null;
  const ask = useRef(onPlan);
  ask.current = onPlan;
  useEffect(() => {
    if (asks !== null) ask.current(JSON.parse(asks) as TranslateChoice);
  }, [asks]);
  const counted = isWhole ? plan : null;
  const wanted = counted ? counted.asked + counted.reused : 0;
  // Of many products the texts are not known to the last one, the products are.
  const isKnown = counted === null || counted.exact;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={translateTitle(t, counted)}
      primaryAction={{
        content: translateAct(t, counted, isWhole),
        onAction: () => props.onTranslate(choice),
        disabled: (wanted === 0 && isKnown) || busy,
        loading: busy,
      }}
      secondaryActions={[{ content: t("translate.cancel"), onAction: props.onClose, disabled: busy }]}
    >
      <Dialog.Section>
        <div className="sw-write">
          {problem ? (
            <p className="sw-write-note" data-tone="critical" role="alert">
              {problem}
            </p>
          ) : null}
          <Chips
            legend={t("translate.languages")}
            options={languages.map(({ locale, name }) => ({ name: locale, label: name }))}
            chosen={locales}
            onChange={setLocales}
          />
          {whose.length > 1 ? (
            <Chips legend={t("translate.markets")} options={whose} chosen={chosen} onChange={setWhom} />
          ) : null}
          <Chips legend={t("translate.texts")} options={texts} chosen={types} onChange={setTypes} />
          {isWhole ? null : <p role="alert">{t(`translate.${lacking}`)}</p>}
          <ChoiceList
            title={t("translate.which")}
            choices={(["missing", "missing_or_outdated", "against_terms", "all"] as const).map((value) => ({
              value,
              label: t(`translate.${value}`),
            }))}
            selected={[which]}
            onChange={([value]) => setWhich(value as Which)}
          />
          {which === "missing" ? null : (
            <Checkbox
              label={t("translate.includeEdited")}
              helpText={t("translate.includeEditedHelp")}
              checked={includeEdited}
              onChange={setIncludeEdited}
            />
          )}
        </div>
      </Dialog.Section>
      <Dialog.Section>
        <Figures plan={counted} markets={whose} />
      </Dialog.Section>
    </Dialog>
  );
}

function Chips(props: {
  legend: string;
  options: readonly { name: string; label: string }[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}) {
  const { legend, options, chosen, onChange } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="sw-chips">
        {options.map(({ name, label }) => (
          <label key={name} className="sw-chip">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Figures(props: { plan: TranslatePlanView | null; markets: readonly MarketOption[] }) {
  const { plan, markets } = props;
  const { t } = useTranslation("languages");
  const formats = useFormats();
  const counting = plan === null ? t("translate.counting") : null;
  const said = (what: string) => (plan?.exact === false ? t("translate.about", { what }) : what);
  const figures: [string, string][] = [
    [t("translate.credits"), counting ?? said(formats.count(plan?.credits ?? 0))],
    [
      t("translate.price"),
      counting ?? (plan?.costNanos == null ? t("translate.unknown") : said(formats.dollars(plan.costNanos))),
    ],
    [
      t("translate.time"),
      counting ??
        (plan?.durationMs == null ? t("translate.unknown") : said(formats.duration(Math.max(1_000, plan.durationMs)))),
    ],
  ];
  const lines = plan
    ? [
        perMarketWords(t, plan, markets),
        plan.exact ? "" : t("translate.basis", { count: plan.chosen }),
        plan.reused > 0 ? t("translate.reused", { count: plan.reused }) : "",
        plan.readsGeneral > 0 ? t("translate.readsGeneral", { count: plan.readsGeneral }) : "",
        plan.waits > 0 ? t("translate.waits", { count: plan.waits }) : "",
        plan.edited > 0 ? t("translate.edited", { count: plan.edited }) : "",
        plan.handsOff > 0 ? t("translate.handsOff", { count: plan.handsOff }) : "",
      ].filter((line) => line !== "")
    : [];
  return (
    <>
      <dl className="sw-write-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b>
            </dd>
          </div>
        ))}
      </dl>
      {lines.map((line) => (
        <Text key={line} as="p" tone="subdued" variant="bodySm">
          {line}
        </Text>
      ))}
    </>
  );
}
