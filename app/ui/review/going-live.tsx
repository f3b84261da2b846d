import { Link } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** That what was approved at once goes live, with the way to the run that does it: only there it can be put back. */
export function GoingLive({ products, runId }: { products: number; runId: string }) {
  const { t } = useTranslation("review");
  return (
    <>
      <span>{t("last.goesLive", { count: products })}</span> <Link url={`/app/activity/${runId}`}>{t("last.run")}</Link>
    </>
  );
}
