import { Text } from "@shopify/polaris";
import type { Loss } from "../lib/html/losses-of-html.ts";
import { lossName, lossSentence, type MarkupChange } from "./what-is-lost.ts";
import "./ui.css";

const mostShown = 12;

/** What a new text would take from the page, by name and picture: words alone do not show it. */
export function Losses({ change, what }: { change: Pick<MarkupChange, "losses" | "formatting">; what?: string }) {
  const { losses, formatting } = change;
  if (losses.length === 0 && formatting === "") return null;
  return (
    <div className="sw-losses">
      {losses.length > 0 ? <Dropped losses={losses} what={what} /> : null}
      {formatting === "" ? null : (
        <Text as="p" variant="bodySm" tone="subdued">
          {formatting}
        </Text>
      )}
    </div>
  );
}

function Dropped({ losses, what }: { losses: readonly Loss[]; what: string | undefined }) {
  return (
    <>
      <Text as="p" tone="caution">
        {lossSentence(losses, what)} To keep them, edit the text and put them in.
      </Text>
      <ul>
        {losses.slice(0, mostShown).map((loss, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: losses have no identity beyond their place
          <li key={index}>
            {loss.src ? <img className="sw-thumb" src={loss.src} alt="" loading="lazy" /> : null}
            <span dir="auto">{lossName(loss)}</span>
          </li>
        ))}
      </ul>
      {losses.length > mostShown ? (
        <Text as="p" variant="bodySm" tone="subdued">
          And {losses.length - mostShown} more.
        </Text>
      ) : null}
    </>
  );
}
