import { type HtmlNode, parseHtml } from "../../lib/html/parse-html.ts";
import type { CheckInput } from "../check-input.ts";
import type { FactBook } from "../facts/fact-book.ts";
import { linksIn } from "../find-links.ts";
import type { Finding } from "../finding.ts";

/**
 * FOREIGN_LINK: an address, e-mail, telephone number or handle that the product's data does not hold, written out or behind
 * words. Addresses within the shop are its own, also by the host of its pages.
 */
export function checkLinks(input: CheckInput): Finding[] {
  const { contentType, text, facts } = input;
  const written = linksIn(
    text,
    (link) => !holds(facts, link) && !isOwnAddress(facts, link) && !isOfSource(input, link),
  ).map((link) => ({
    code: "FOREIGN_LINK" as const,
    description: `${contentType} contains "${link.slice(0, 80)}", which is not part of the product's data`,
    hint: "leave it out",
    quote: link,
  }));
  const shown = (words = "") => written.some(({ quote }) => words.includes(quote));
  return [...written, ...behindWords(input).filter(({ quote }) => !shown(quote))];
}

/** A translation keeps the addresses of its source; scripts without spaces go on right beside one. */
function isOfSource({ source }: CheckInput, link: string): boolean {
  if (!source) return false;
  const words = source.parts.join("\n").toLowerCase();
  const bare = link.toLowerCase().replace(/^[^!-~]+|[^!-~]+$/g, "");
  return words.includes(link.toLowerCase()) || (bare !== "" && words.includes(bare));
}

function behindWords({ contentType, body, facts, sources = "" }: CheckInput): Finding[] {
  if (typeof body !== "string" || !/<a\s/i.test(body)) return [];
  const known = new Set(anchorsIn(parseHtml(sources)).map(({ address }) => address));
  return anchorsIn(parseHtml(body)).flatMap(({ address, words }) => {
    if (known.has(address) || isOwnAddress(facts, address) || holds(facts, address.replace(/^(?:mailto|tel):/, "")))
      return [];
    return [
      {
        code: "FOREIGN_LINK" as const,
        description: `${contentType} leads to "${address.slice(0, 80)}", which is not part of the product's data`,
        hint: "leave the link out",
        ...(words === "" ? {} : { quote: words }),
      },
    ];
  });
}

const withinShop = "https://shop.invalid";

/** Links that lead out of the shop, by the address as a browser reads it. */
function anchorsIn(nodes: readonly HtmlNode[]): { address: string; words: string }[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const href = node.tag === "a" ? node.attributes.href : undefined;
    const url = href !== undefined && URL.canParse(href, withinShop) ? new URL(href, withinShop) : null;
    const inner = anchorsIn(node.children);
    if (url === null || url.origin === withinShop) return inner;
    return [{ address: url.href, words: wordsOf(node.children).replace(/\s+/g, " ").trim() }, ...inner];
  });
}

/** A page of the shop: by its host alone, with or without "www.", never with a name before an @. */
function isOwnAddress({ facts: { ownHosts = [] } }: FactBook, link: string): boolean {
  if (ownHosts.length === 0 || link.includes("@")) return false;
  const address = link.startsWith("//") ? `https:${link}` : /^[a-z]+:/i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const bare = (host: string) => host.replace(/^www\./, "");
  return /^https?:$/.test(protocol) && ownHosts.some((own) => bare(own) === bare(hostname));
}

function wordsOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : wordsOf(node.children))).join("");
}

/** A part number may be written in groups: what counts are its digits. */
function holds({ written }: FactBook, link: string): boolean {
  if (written.includes(link.toLowerCase())) return true;
  const digits = /^[\d\s().-]+$/.test(link) ? link.replace(/\D/g, "") : "";
  return (
    digits !== "" && (written.match(/\d[\d\s().-]{5,}\d/g) ?? []).some((code) => code.replace(/\D/g, "") === digits)
  );
}
