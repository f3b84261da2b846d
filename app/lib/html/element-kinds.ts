/**
 * What an element does to the words before, in and after it: they run on, they stay apart on one line, they are on lines
 * of their own, or what is inside is no text of the page (code, and what is shown only where something else cannot be).
 */
export type Kind = "inline" | "apart" | "line" | "hidden";

const names: Record<Exclude<Kind, "apart">, string> = {
  inline:
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p output q rb rt ruby s samp small span strike strong sub sup time tt u var wbr",
  line: "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody tfoot thead tr ul xmp",
  hidden:
    "applet audio base canvas col colgroup datalist embed frame frameset head iframe input link math:math meta noembed noframes noscript object param rp script select source style svg:svg template textarea title track video",
};

const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries(names).flatMap(([kind, tags]) => tags.split(" ").map((tag) => [tag, kind as Kind] as const)),
);

/** Of a tag as the parser gives it. Words around and in an element that nobody knows stay apart. */
export function kindOf(tag: string): Kind {
  return kinds.get(tag) ?? "apart";
}

/** Elements that have no content and no end tag. */
export const voidTags: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
