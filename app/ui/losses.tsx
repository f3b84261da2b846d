import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Loss } from "../lib/html/losses-of-html.ts";
import { useFormats } from "./use-formats.ts";
import { formattingSentence, lossName, lossSentence, type MarkupChange } from "./what-is-lost.ts";
import "./ui.css";

const mostShown = 12;

/** What a new text would take from the page, by name and picture: words alone do not show it. */
export function Losses({
  change,
  ofVersion = false,
}: {
  change: Pick<MarkupChange, "losses" | "formatting">;
  ofVersion?: boolean;
}) {
  const { t } = useTranslation("texts");
  const formats = useFormats();
  const { losses } = change;
  const formatting = formattingSentence(t, formats, change.formatting);
  if (losses.length === 0 && formatting === "") return null;
  return (
    <div className="sw-losses">
      {losses.length > 0 ? <Dropped losses={losses} what={ofVersion ? "version" : "new"} /> : null}
      {formatting === "" ? null : (
        <Text as="p" variant="bodySm" tone="subdued">
          {formatting}
        </Text>
      )}
    </div>
  );
}

function Dropped({ losses, what }: { losses: readonly Loss[]; what: "new" | "version" }) {
  const { t } = useTranslation("texts");
  const formats = useFormats();
  return (
    <>
      <Text as="p" tone="caution">
        {lossSentence(t, formats, losses, what)} {t("loss.keep")}
      </Text>
      <ul>
        {losses.slice(0, mostShown).map((loss, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: losses have no identity beyond their place
          <li key={index}>
            {loss.src ? <img className="sw-thumb" src={loss.src} alt="" loading="lazy" /> : null}
            <span dir="auto">{lossName(t, loss)}</span>
          </li>
        ))}
      </ul>
      {losses.length > mostShown ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {t("loss.more", { count: losses.length - mostShown })}
        </Text>
      ) : null}
    </>
  );
}
