import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TextBody } from "../text-body.ts";
import { useInBrowser } from "../use-in-browser.ts";

/** Ten pages of words: what a page shows of more would take the server up to half a second. */
const longChars = 20_000;

/** Shows and compares long texts in the browser only; the server sends a notice that they come. */
export function InBrowserWhenLong(props: {
  bodies: readonly (TextBody | null | undefined)[];
  children: () => React.ReactNode;
}) {
  const { t } = useTranslation("product");
  const inBrowser = useInBrowser();
  const chars = props.bodies.reduce((sum, body) => sum + charsOf(body), 0);
  if (inBrowser || chars <= longChars) return props.children();
  return (
    <Text as="p" tone="subdued">
      {t("long")}
    </Text>
  );
}

function charsOf(body: TextBody | null | undefined): number {
  if (!body) return 0;
  return typeof body === "string" ? body.length : body.reduce((sum, line) => sum + line.length, 0);
}
