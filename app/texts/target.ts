import { z } from "zod";
import { localeSchema } from "../lib/brand.ts";

/** Whom a text is for. Texts of one slot with different targets exist side by side and never replace one another. */
export const targetSchema = z.object({
  locale: localeSchema,
  /** "" = no market: for all of them */
  market: z.string().max(64),
  /** `store` = the shop's own pages */
  channel: z.string().min(1).max(64),
});
export type Target = Readonly<z.infer<typeof targetSchema>>;

/** The channel of the shop's own pages. */
export const storeChannel = "store";

/** The shop's own pages in one language, whatever the market. @param locale BCP-47. @throws ZodError */
export function storeTarget(locale: string): Target {
  return { locale: localeSchema.parse(locale), market: "", channel: storeChannel };
}

/** The shop's own product page in its primary language. @param shop null before the shop opened the app */
export function primaryTarget(shop: { primaryLocale: string } | null | undefined): Target {
  return storeTarget(shop?.primaryLocale ?? "en");
}

/** @param a, b also rows and fields that carry a target among other things */
export function sameTarget(a: TargetColumns, b: TargetColumns): boolean {
  return a.locale === b.locale && a.market === b.market && a.channel === b.channel;
}

/** The target's own columns, as tables hold them. */
export interface TargetColumns {
  locale: string;
  market: string;
  channel: string;
}

/** Equal for equal targets only: a key for maps. */
export function targetKey({ locale, market, channel }: TargetColumns): string {
  return JSON.stringify([locale, market, channel]);
}
