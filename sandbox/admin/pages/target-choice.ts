import { type Html, html } from "../html.ts";
import type { AdminLanguage, Target } from "../translations.ts";

/** Which language, and for which market: a form that opens the same page for another. `more` are further fields of it. */
export function targetChoice(
  action: string,
  choice: {
    languages: readonly AdminLanguage[];
    markets: readonly { handle: string; name: string }[];
    into: Target;
  },
  more?: Html,
): Html {
  const { languages, markets, into } = choice;
  const option = (value: string, label: string, selected: boolean) =>
    html`<option value="${value}" ${selected && html`selected`}>${label}</option>`;
  return html`<form class="choice" id="target-form" method="get" action="${action}">${more}
    <label class="field"><span>Language</span><select name="locale">${languages.map(
      ({ locale, name, primary, published }) =>
        option(
          locale,
          `${name}${primary ? " (primary, for a market only)" : published ? "" : " (unpublished)"}`,
          locale === into.locale,
        ),
    )}</select></label>
    <label class="field"><span>Market</span><select name="market">${option("", "Everywhere", into.market === null)}${markets.map(({ handle, name }) => option(handle, name, handle === into.market))}</select></label>
    <button class="button">Show</button></form>`;
}
