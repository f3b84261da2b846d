import { linksIn } from "../find-links.ts";

/**
 * What channels do not want in a text, in the languages that shops write most. A finding shows the words, so that a person
 * can tell a real hit from a coincidence.
 */
const patterns: Record<string, RegExp> = {
  price:
    /[€$£¥]\s?\d{1,7}(?:[.,]\d{1,3}){0,4}|\d{1,7}(?:[.,]\d{1,3}){0,4}\s?(?:[€$£¥]|(?:eur|euros?|usd|gbp|chf|dollars?|pounds?)(?![\p{L}\p{N}]))/iu,
  promotion:
    /(?<![\p{L}\p{N}])(?:\d{1,2}\s?% (?:off|rabatt|de réduction|de descuento|di sconto|korting)|free (?:shipping|delivery|gift|returns)|(?:on|flash|hot|clearance|summer|winter|black friday) sale|(?:special|limited[- ]time|exclusive) offers?|best price|discount(?:ed)?|buy (?:one|1|now)|order (?:now|today)|coupons?|money[- ]back|versandkostenfrei|kostenlose[rn]? versand|gratis versand|sonderangebote?|rabatt\p{L}*|jetzt (?:kaufen|bestellen)|schnäppchen|livraison gratuite|offre spéciale|soldes|en promotion|achetez|commandez|envío (?:gratis|gratuito)|oferta especial|en oferta|descuento|compra ahora|spedizione gratuita|offerta speciale|in offerta|sconto|acquista ora|gratis verzending|aanbieding|korting)(?![\p{L}\p{N}])/iu,
  availability:
    /(?<![\p{L}\p{N}])(?:(?:now |currently |back )?(?:in|out of) stock|available (?:now|today|again)|ships (?:today|within|in \d)|sold out|while stocks? lasts?|only \d{1,3} left|auf lager|sofort lieferbar|ausverkauft|wieder verfügbar|en stock|rupture de stock|disponible (?:ya|maintenant)|en existencias|agotado|disponibile (?:ora|subito)|esaurito|op voorraad|uitverkocht)(?![\p{L}\p{N}])/iu,
  review:
    /(?<![\p{L}\p{N}])(?:customers? (?:say|love|rave|reviews?)|rated \d|\d(?:[.,]\d)? ?(?:stars?|sterne|étoiles|estrellas|stelle|sterren)|5-star|five[- ]star|top[- ]rated|reviewers?|kundenbewertung\p{L}*|kundenmeinung\p{L}*|avis (?:des )?clients?|opiniones? de (?:los )?clientes|recension[ei] dei clienti|klantbeoordeling\p{L}*)(?![\p{L}\p{N}])|★{2,}/iu,
};
const isAddress = /@[\p{L}\p{N}-]+\.|^[+(\d]/u;

/**
 * The first words of a text that are of this kind; null when there are none.
 * @param kind `contact`, `url`, `price`, `promotion`, `availability` or `review`
 * @throws Error for a kind that no program looks for, so that a rule never passes unread
 */
export function bannedContent(kind: string, text: string): string | null {
  if (kind === "contact") return linksIn(text, (link) => isAddress.test(link))[0] ?? null;
  if (kind === "url") return linksIn(text, (link) => !isAddress.test(link))[0] ?? null;
  const pattern = patterns[kind];
  if (!pattern) throw new Error(`no check looks for the content "${kind}"`);
  return pattern.exec(text)?.[0] ?? null;
}
