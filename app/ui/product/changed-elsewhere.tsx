import { Button, ButtonGroup, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { DiffView } from "../diff-view.tsx";
import { diffBodies } from "../diff-words.ts";
import type { ContentTypeView, TextBody } from "../text-body.ts";
import { markupChange } from "../what-is-lost.ts";
import { BodyView } from "./body-view.tsx";

export interface ChangedElsewhereProps {
  type: ContentTypeView;
  /** the text by now; null when what was written on is gone */
  theirs: TextBody | null;
  mine: TextBody;
  lang: string;
  onMine(): void;
  onTheirs(): void;
}

/** Under a text that somebody else changed since it was opened: both texts, and which one to go on with. */
export function ChangedElsewhere({ type, theirs, mine, lang, onMine, onTheirs }: ChangedElsewhereProps) {
  const { t } = useTranslation("editor");
  return (
    <section className="sw-changed" aria-label={t("compare")}>
      <div className="sw-columns">
        <div>
          <Text as="h3" variant="headingSm">
            {t("theirs")}
          </Text>
          <BodyView type={type} body={theirs} lang={lang} place={t("theirs")} empty={t("noneLeft")} />
        </div>
        <div>
          <Text as="h3" variant="headingSm">
            {t("mine")}
          </Text>
          <DiffView parts={diffBodies(type, theirs, mine)} markup={markupChange(type, theirs, mine)} lang={lang} />
        </div>
      </div>
      <ButtonGroup>
        <Button onClick={onMine}>{t("useMine")}</Button>
        <Button onClick={onTheirs}>{theirs === null ? t("discardMine") : t("useTheirs")}</Button>
      </ButtonGroup>
    </section>
  );
}
