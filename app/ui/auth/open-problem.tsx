import { isRouteErrorResponse, useRevalidator } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Page } from "../page.tsx";
import { Reference } from "../reference.tsx";

/** What the app shows when it could not even find out who asks. */
export function OpenProblem({ error }: { error: unknown }) {
  const { revalidate, state } = useRevalidator();
  const { t } = useTranslation("frame");
  const problem = problemOf(error);
  return (
    <Page title="Shelfwright">
      <Banner
        tone="critical"
        title={t(`auth.problem.${problem}`)}
        action={{ content: t("problem.tryAgain"), onAction: revalidate, loading: state === "loading" }}
      >
        <p>
          {t(`auth.problem.${problem}Advice`)} <Reference />
        </p>
      </Banner>
    </Page>
  );
}

function problemOf(error: unknown): "clock" | "token" | "page" | "shopify" {
  const problem = isRouteErrorResponse(error) ? error.data?.problem : undefined;
  if (problem === "clock" || problem === "token") return problem;
  return isRouteErrorResponse(error) && error.status < 500 ? "page" : "shopify";
}
