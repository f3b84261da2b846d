import { Banner, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Page } from "./page.tsx";
import { Reference } from "./reference.tsx";

export interface TryAgain {
  onAction(): void;
  loading: boolean;
}

export interface PageProblemProps {
  missing: boolean;
  /** it was there, and such things are kept for so many days */
  keptDays?: number | undefined;
  /** default: a page like any other */
  what?: "page" | "product" | "run" | undefined;
  again: TryAgain;
}

/** What a page shows when it cannot show itself: what happened, what became of one's work, and the way out. */
export function PageProblem({ missing, keptDays, what = "page", again }: PageProblemProps) {
  const { t } = useTranslation("frame");
  const back =
    what === "run"
      ? { content: t("nav.activity"), url: "/app/activity" }
      : { content: t("nav.products"), url: "/app/products" };
  const title =
    keptDays !== undefined ? t("problem.noLongerKept") : missing ? t("problem.notFound") : t("problem.wrong");
  return (
    <Page title={title} backAction={back}>
      <Card>
        {keptDays !== undefined ? (
          <Text as="p">{t("problem.kept", { count: keptDays })}</Text>
        ) : missing ? (
          <Text as="p">{t(`problem.missing.${what}`)}</Text>
        ) : (
          <Banner
            tone="critical"
            title={t("problem.notShown")}
            action={{ content: t("problem.tryAgain"), onAction: again.onAction, loading: again.loading }}
          >
            <p>
              {t("problem.saved")} <Reference />
            </p>
          </Banner>
        )}
      </Card>
    </Page>
  );
}
