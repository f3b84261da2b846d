import type { TFunction } from "i18next";
import type { ChannelBreachView, DetailsView } from "./finding-view.ts";

/** What a finding says beside its name and the words that it quotes, as a sentence. */
export function saidOfDetails(t: TFunction<"marks">, details: DetailsView): string {
  const said = saidOf(t, details);
  const bullet = "bullet" in details ? details.bullet : undefined;
  return bullet === undefined ? said : t("said.of_bullet", { number: bullet, said });
}

function saidOf(t: TFunction<"marks">, details: DetailsView): string {
  switch (details.kind) {
    case "too_long":
      return details.limit === undefined
        ? t("said.too_long", { count: details.chars })
        : t("said.too_long_of", { count: details.chars, limit: details.limit });
    case "much_too_long":
      return t("said.much_too_long", { count: details.chars });
    case "too_short":
      return t("said.too_short", { count: details.chars, least: details.least });
    case "too_many_items":
      return t("said.too_many_items", { count: details.items, most: details.most });
    case "too_few_items":
      return t("said.too_few_items", { count: details.items, least: details.least });
    case "place_too_long":
    case "place_too_short":
      return t(`said.${details.kind}`, { count: details.chars, limit: details.limit });
    case "place_most":
    case "place_least":
      return t(`said.${details.kind}`, { count: details.items, limit: details.limit });
    case "not_a_choice":
      return t("said.not_a_choice", { choices: details.choices });
    case "not_of_pattern":
      return t("said.not_of_pattern", { pattern: details.pattern });
    case "term":
      return t("said.term", { term: details.term });
    case "asked_term":
      return t("said.asked_term", { term: details.term, words: details.words });
    case "keyword":
      return t("said.keyword", { keyword: details.keyword });
    case "missing_words":
    case "missing_ending":
      return t(`said.${details.kind}`, { words: details.words });
    case "same_bullets":
      return t("said.same_bullets", { first: details.first, second: details.second });
    case "sign_code":
      return details.sign.trim() === "" ? t("said.space_code") : t("said.sign_code", { sign: details.sign });
    case "differs_from_source":
    case "not_kept":
    case "negation_lost":
    case "negation_added":
    case "sentence_missing":
      return t(`said.${details.kind}`, { words: details.words });
    case "tags_missing":
    case "tags_added":
      return t(`said.${details.kind}`, { count: details.count, tag: details.tag });
    case "tag_order":
      return t("said.tag_order", { tag: details.tag });
    case "items_differ":
      return t("said.items_differ", { count: details.items, of: details.of });
    case "fewer_sentences":
      return t("said.fewer_sentences", { sentences: details.sentences, of: details.of });
    case "unusual_length":
      return t("said.unusual_length", { percent: details.percent });
    case "channel_rule":
      return t(`said.channel_source.${details.certainty}`, {
        said: saidOfBreach(t, details.breach),
        source: details.source,
        date: details.checked_on,
      });
    case "not_listed":
      return t("said.not_listed", { count: details.count });
    case "empty":
    case "said_twice":
    case "word_repeated":
    case "copy_of_title":
    case "copy_of_live":
    case "copy_of_text":
    case "not_in_source":
    case "copy_of_source":
    case "in_source_language":
      return t(`said.${details.kind}`);
    default:
      // Of a newer server than this page: its name says it.
      return "";
  }
}

function saidOfBreach(t: TFunction<"marks">, breach: ChannelBreachView): string {
  switch (breach.is) {
    case "repeated":
      return t("said.channel_repeated", { limit: breach.limit });
    case "not_taken":
      return t(`said.channel_not_taken.${notTakenKey(breach.what)}`);
    default: {
      const { is, have, limit, bullet } = breach;
      const said = t(`said.channel_${is}`, { counted: t(`said.channel_unit.${breach.unit}`), have, limit });
      return bullet === undefined ? said : t("said.of_bullet", { number: bullet, said });
    }
  }
}

const notTaken = {
  ...{ sign: true, phrase: true, html: true, emoji: true, all_caps: true, active_content: true, contact: true },
  ...{ url: true, price: true, promotion: true, availability: true, review: true },
};

function notTakenKey(what: string): keyof typeof notTaken | "other" {
  return Object.hasOwn(notTaken, what) ? (what as keyof typeof notTaken) : "other";
}
