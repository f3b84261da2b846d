import { Text } from "@shopify/polaris";
import type { Loss } from "../lib/html/losses-of-html.ts";
import { lossName, lossSentence } from "./what-is-lost.ts";
import "./ui.css";

const mostShown = 12;

/** What a new text would take from the page, by name and picture: words alone do not show it. */
export function Losses({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return null;
  return (
    <div className="sw-losses">
      <Text as="p" tone="caution">
        {lossSentence(losses)} To keep them, edit the text and put them in.
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
    </div>
  );
}
