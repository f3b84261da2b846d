import { z } from "zod";
import type { Random } from "../../shared/random.ts";

/** What the model is asked to sum up. */
export interface AskedReviews {
  labelsIn: string;
  /** number → what the review says */
  reviews: Map<number, string>;
}

const briefSchema = z.object({ labels_in: z.string() });

/** What the user's messages ask to sum up; undefined where they are for somebody else. */
export function readAskedReviews(userTexts: readonly string[]): AskedReviews | undefined {
  for (const text of userTexts) {
    const [head = "", ...lines] = text.split("\n");
    const [, json] = /^Reviews (\{.*\})$/u.exec(head) ?? [];
    if (json === undefined) continue;
    const { labels_in } = briefSchema.parse(JSON.parse(json));
    const reviews = lines.flatMap((line) => {
      const [, n, words] = /^(\d+) (".*")$/u.exec(line) ?? [];
      return n === undefined || words === undefined ? [] : [[Number(n), z.string().parse(JSON.parse(words))] as const];
    });
    return { labelsIn: labels_in, reviews: new Map(reviews) };
  }
  return undefined;
}

/** What customers speak of, in the words of some languages; which of the two it is the words beside them tell. */
const topics: readonly [praised: string, blamed: string, words: RegExp][] = [
  ["Good quality", "Poor quality", /quality|qualit[äé]t?|material|fabric|stoff|well made|品質/iu],
  ["Fits well", "Runs small or large", /\bfits?\b|\bsize|größe|taille|passt|サイズ/iu],
  ["Comfortable", "Uncomfortable", /comfort|bequem|confortable|soft|weich|doux/iu],
  ["Looks good", "Looks different from the pictures", /\blooks?\b|beautiful|stylish|schön|colou?r|farbe|couleur/iu],
  ["Quick delivery", "Slow delivery", /deliver|arriv|shipping|liefer|livraison|配送/iu],
  ["Worth its price", "Too dear for what it is", /price|worth|expensive|preis|prix|teuer|cher\b/iu],
  ["Lasts long", "Breaks early", /durable|broke|lasts?\b|kaputt|cassé|zip|zipper/iu],
];
const praise =
  /love|great|good|perfect|excellent|fantastic|warm|super|toll|gut|parfait|bien|very happy|recommend|best|game-changer|sleek|comfortable/iu;
const blame =
  /broke|bad|poor|not |n't|disappoint|small|late|slow|expensive|dear|mediocre|kaputt|schlecht|klein|spät|mauvais|petit|cassé|déçu|regrett/iu;

type Label = { label: string; reviews: { n: number; quote: string }[] };

/** Labels with the sentences that say so. Of its mistakes one is a quote of another review, one a review that is not there. */
export function sumUpReviews({ reviews }: AskedReviews, random: Random, flawRate: number): object {
  const labels = { highlights: new Map<string, Label>(), barriers: new Map<string, Label>() };
  const say = (kind: keyof typeof labels, name: string, mention: { n: number; quote: string }) => {
    const label = labels[kind].get(name) ?? { label: name, reviews: [] };
    label.reviews.push(mention);
    labels[kind].set(name, label);
  };
  for (const [n, text] of reviews) {
    for (const sentence of text.split(/(?<=[.!?。！？])\s*|\n|, but /u)) {
      const quote = sentence.trim();
      if (quote === "") continue;
      const [praised, blamed] = [praise.test(quote), blame.test(quote)];
      if (praised === blamed) continue;
      for (const [good, bad, words] of topics) {
        if (words.test(quote)) say(praised ? "highlights" : "barriers", praised ? good : bad, { n, quote });
      }
    }
  }
  const answer = { highlights: [...labels.highlights.values()], barriers: [...labels.barriers.values()] };
  if (random.chance(flawRate)) {
    answer.highlights.push(
      { label: "Eco-friendly", reviews: [{ n: 1, quote: "made of recycled bottles" }] },
      { label: "Loved by experts", reviews: [{ n: reviews.size + 7, quote: "best in its class" }] },
    );
  }
  return answer;
}
