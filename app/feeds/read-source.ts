import { textOfHtml } from "../lib/html/text-of-html.ts";
import type { RowInput, Value } from "./row.ts";
import type { Source } from "./template.ts";
import { cleanLine, cleanText } from "./values/clean-text.ts";
import { amountOf } from "./values/money.ts";
import { productValue } from "./values/product-value.ts";
import { variantValue } from "./values/variant-value.ts";

/** The value of a source for one row, cleaned; "" or an empty list where there is none. Pure. */
export function readSource(source: Source, input: RowInput): Value {
  const { product, variant, scope } = input;
  switch (source.from) {
    case "product":
      return productValue(source.field, product);
    case "variant":
      return variantValue(source.field, input);
    case "scope":
      return scopeValue(source.field, scope);
    case "setting":
      return cleanLine(scope.settings[source.name] ?? "");
    case "constant":
      return source.value;
    case "text":
      return textValue(source.content_type, source.html === true, input);
    case "marked_text": {
      const content = textValue(source.content_type, false, input);
      const [author, words] = source.parts;
      if (isEmpty(content)) return [];
      return [{ [author]: authorOf(source.content_type, input), [words]: oneText(content) }];
    }
    case "author":
      return authorOf(source.content_type, input);
    case "option":
      return cleanLine(named(variant?.options ?? [], source.names));
    case "options":
      return (variant?.options ?? []).map(({ name, value }) => groupOf(source.parts, [name, value]));
    case "attribute":
      return cleanLine(named(product.attributes, source.names));
    case "attributes":
      return product.attributes.map(({ name, value }) => groupOf(source.parts, [source.section, name, value]));
    case "first_of":
      for (const one of source.sources) {
        const value = readSource(one, input);
        if (!isEmpty(value)) return value;
      }
      return "";
    case "mapping": {
      const value = oneText(readSource(source.source, input));
      return Object.hasOwn(source.table, value) ? (source.table[value] ?? "") : (source.otherwise ?? "");
    }
    case "condition": {
      const value = readSource(source.when, input);
      const holds =
        source.is === "filled"
          ? !isEmpty(value)
          : source.is === "empty"
            ? isEmpty(value)
            : oneText(value) === source.is.equals;
      const next = holds ? source.then : source.otherwise;
      return next ? readSource(next, input) : "";
    }
    case "join":
      return source.sources
        .map((one) => oneText(readSource(one, input)))
        .filter((text) => text !== "")
        .join(source.separator);
    case "format":
      return formatted(source.as, readSource(source.source, input), scope.currency);
  }
}

export function isEmpty(value: Value): boolean {
  return value.length === 0;
}

/** A value as one text. */
export function oneText(value: Value): string {
  if (typeof value === "string") return value;
  return value.map((entry) => (typeof entry === "string" ? entry : Object.values(entry).join(": "))).join("\n");
}

function textValue(contentType: string, html: boolean, { product }: RowInput): Value {
  const body = product.texts.get(contentType)?.body;
  if (body === undefined) return "";
  if (Array.isArray(body)) return body.map(cleanLine).filter((line) => line !== "");
  if (html) return cleanText(body);
  return contentType === "title" ? cleanLine(plainOf(body)) : cleanText(plainOf(body));
}

/** Tags are taken off, and entities are letters: "Cerv&eacute;lo" is the name of no brand. */
function plainOf(text: string): string {
  return /[<&]/.test(text) ? textOfHtml(text, { bullet: "• " }) : text;
}

function authorOf(contentType: string, { product }: RowInput): string {
  const text = product.texts.get(contentType);
  return text ? (text.by === "model" ? "trained_algorithmic_media" : "default") : "";
}

function named(list: readonly { name: string; value: string }[], names: readonly string[]): string {
  const wanted = names.map(nameKey);
  for (const name of wanted) {
    const found = list.find((one) => nameKey(one.name) === name);
    if (found) return found.value;
  }
  return "";
}

function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

function groupOf(names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, at) => [name, cleanLine(values[at] ?? "")]));
}

function scopeValue(field: Extract<Source, { from: "scope" }>["field"], scope: RowInput["scope"]): string {
  switch (field) {
    case "language":
      return new Intl.Locale(scope.locale).language;
    case "locale_tag":
      return scope.country === "" ? scope.locale : `${new Intl.Locale(scope.locale).language}_${scope.country}`;
    case "country":
      return scope.country;
    case "currency":
      return scope.currency;
    case "store_name":
      return cleanLine(scope.storeName);
    case "store_url":
      return scope.storeUrl;
  }
}

function formatted(as: Extract<Source, { from: "format" }>["as"], value: Value, currency: string): Value {
  const text = oneText(value);
  switch (as) {
    case "money": {
      const amount = amountOf(text, currency);
      return amount === "" ? "" : `${amount} ${currency}`;
    }
    case "amount":
      return amountOf(text, currency);
    case "lower":
      return text.toLowerCase();
    case "upper":
      return text.toUpperCase();
    case "first_item": {
      const [first = ""] = typeof value === "string" ? [value] : value;
      return typeof first === "string" ? first : oneText([first]);
    }
    case "lines":
      return text.split("\n").filter((line) => line !== "");
  }
}
