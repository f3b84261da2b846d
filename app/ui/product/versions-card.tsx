import { Button, Card, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { versionStateOf } from "../badges.tsx";
import { Dialog } from "../dialog.tsx";
import { inSentence } from "../in-sentence.ts";
import { Moment } from "../moment.tsx";
import { useFormats } from "../use-formats.ts";
import { Versions } from "./history-list.tsx";
import type { TextView, VersionView } from "./product-detail-view.ts";

const mostShown = 5;

export interface VersionsCardProps {
  /** those whose versions can be shown; the description first */
  texts: readonly TextView[];
  lang: string;
  now: number;
  /** nothing can be restored now */
  locked: boolean;
  onRestore(version: VersionView): void;
  /** opens the text with a version's words */
  onReuse(text: TextView, version: VersionView): void;
}

/** The versions of one text, newest first; any of them is compared with another, or becomes a draft again. */
export function VersionsCard({ texts, lang, now, locked, onRestore, onReuse }: VersionsCardProps) {
  const { t, i18n } = useTranslation("product");
  const { dollars } = useFormats();
  const { t: states } = useTranslation("states");
  const [all, setAll] = useState(false);
  const written = texts.filter(({ history }) => history.length > 0);
  const [chosen, setChosen] = useState("desc");
  const text = written.find(({ type }) => type.name === chosen) ?? written[0];
  if (!text) return null;
  const { type, history, live } = text;
  return (
    <Card>
      <section aria-label={t("versions.of", { text: inSentence(type.label, i18n.language) })}>
        <Text as="h2" variant="headingSm">
          {t("versions.of", { text: inSentence(type.label, i18n.language) })}
        </Text>
        {written.length > 1 ? (
          <Select
            label={t("versions.text")}
            labelHidden
            options={written.map(({ type }) => ({ value: type.name, label: type.label }))}
            value={type.name}
            onChange={setChosen}
          />
        ) : null}
        <ol className="sw-version-list">
          {history.slice(0, mostShown).map((version, index) => (
            <li key={version.id}>
              <b>{history.length - index}</b>
              <span className="sw-grow">
                {whoWrote(version, t)}, <Moment at={version.createdAt} now={now} /> ·{" "}
                {states(`version.${versionStateOf(version)}`)}
                {version.cost?.costNanos == null
                  ? null
                  : ` · ${t("versions.cost", { money: dollars(version.cost.costNanos), count: version.cost.texts })}`}
              </span>
            </li>
          ))}
        </ol>
        <Button variant="plain" onClick={() => setAll(true)}>
          {t("versions.compare", { count: history.length })}
        </Button>
      </section>
      {all ? (
        <Dialog
          open
          title={t("versions.of", { text: inSentence(type.label, i18n.language) })}
          onClose={() => setAll(false)}
        >
          <Dialog.Section>
            <Versions
              type={type}
              versions={history}
              lang={lang}
              now={now}
              live={live}
              // In a conflict it would decide it.
              onRestore={
                !locked && text.conflict === null
                  ? (version) => {
                      setAll(false);
                      onRestore(version);
                    }
                  : undefined
              }
              onReuse={(body) => {
                const version = history.find((one) => one.body === body);
                setAll(false);
                if (version) onReuse(text, version);
              }}
            />
          </Dialog.Section>
        </Dialog>
      ) : null}
    </Card>
  );
}

function whoWrote(
  { origin, model, writer, chosen }: VersionView,
  t: ReturnType<typeof useTranslation<"product">>["t"],
): string {
  if (origin === "generated") return model ? t("versions.model", { model }) : t("versions.written");
  if (origin === "given_up") return t("versions.given_up");
  if (origin !== "edited") return t("versions.undo");
  if (chosen) return t(writer === "you" ? "versions.chosenYou" : "versions.chosenColleague");
  return t(writer === "you" ? "versions.editedYou" : writer ? "versions.editedColleague" : "versions.edited");
}
