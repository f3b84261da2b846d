import type { AdminProduct } from "../catalogue.ts";
import { type Html, html } from "../html.ts";
import type { AdminLanguage, Target, TranslatedText } from "../translations.ts";
import { backIcon } from "./icons.ts";
import { layout, type Surroundings } from "./layout.ts";
import { targetChoice } from "./target-choice.ts";

export interface TranslatedProduct {
  product: Pick<AdminProduct, "id" | "title">;
  texts: readonly TranslatedText[];
  languages: readonly AdminLanguage[];
  markets: readonly { handle: string; name: string }[];
  into: Target;
  /** by the text's name */
  problems: Readonly<Record<string, string>>;
}

/** One product's texts beside their translations, each of which can be written by hand. */
export function translatePage(surroundings: Surroundings, page: TranslatedProduct): string {
  const { product, texts, into, problems } = page;
  const base = `/store/${surroundings.shop.handle}/translate`;
  const market = into.market === null ? "" : `&market=${into.market}`;
  const query = `?locale=${into.locale}${market}`;
  const refused = Object.keys(problems).length;
  const content = html`<div class="page">
  <div class="page-head"><a class="back" href="${base}${query}" aria-label="Translate">${backIcon}</a>
    <h1>${product.title || "(no title)"}</h1><span class="space"></span>
    <a class="button" href="/store/${surroundings.shop.handle}/products/${product.id}">View product</a></div>
  <section class="card">${targetChoice(`${base}/${product.id}`, page)}
    <p class="muted">What is saved here goes to the store at once. No app is told of it. An empty text removes the translation.</p></section>
  ${refused > 0 && html`<section class="card problem" role="alert"><h2>${refused === 1 ? "One text was" : `${refused} texts were`} not saved</h2></section>`}
  <form class="stack" id="translate-form" method="post" action="${base}/${product.id}${query}">
    ${texts.map((text) => row(text, into, problems[text.name]))}
    <div><button class="button button-primary">Save</button></div>
  </form></div>`;
  const title = `Translate ${product.title}`;
  return layout(surroundings, { title, section: "translate", content, scripts: ["translate-page.js"] });
}

/** Written from right to left, though a text may begin with markup. */
const rightToLeft: ReadonlySet<string> = new Set(["ar", "ckb", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);
const directionOf = (locale: string) => (rightToLeft.has(locale) ? "rtl" : "auto");

function row({ name, label, source, isLong, value, outdated }: TranslatedText, into: Target, problem?: string): Html {
  const state = outdated
    ? ["badge-draft", "Outdated"]
    : value === ""
      ? ["", "Not translated"]
      : ["badge-active", "Translated"];
  const given = html`name="${name}" lang="${into.locale}" dir="${directionOf(into.locale)}" aria-label="${label} in ${into.locale}"`;
  return html`<section class="card"><div class="page-head"><h2>${label}</h2><span class="badge ${state[0]}">${state[1]}</span></div>
    <div class="pair"><div class="source" dir="auto">${source}</div>
      <label class="field">${
        isLong
          ? html`<textarea ${given} rows="5">
${value}</textarea>`
          : html`<input ${given} value="${value}" autocomplete="off">`
      }${problem !== undefined && html`<span class="refused" role="alert">${problem}</span>`}</label></div></section>`;
}
