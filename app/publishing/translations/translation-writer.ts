import { primaryTargetOf } from "../../catalog/read-primary-target.ts";
import { parentMarketsOf } from "../../catalog/translations/shop-languages.ts";
import type { Db } from "../../db/open.ts";
import type { WrittenField } from "../../db/schema/index.ts";
import { all, type Steps } from "../../db/steps.ts";
import type { Clock } from "../../lib/clock.ts";
import { readShopLocales } from "../../shopify/operations/index.ts";
import type { TargetColumns } from "../../texts/target.ts";
import { targetSchema } from "../../texts/target.ts";
import { readApproved } from "../../versions/read-approved.ts";
import { nameOf } from "../field-write.ts";
import { isOf, type LiveInput, type Writer } from "../writer.ts";
import { madeFromOf } from "./made-from-of.ts";
import { mirrorTranslations } from "./mirror-translations.ts";
import { type LiveTranslations, readLiveTranslations } from "./read-live-translations.ts";
import { sendTranslations } from "./send-translations.ts";

const fieldsSql = `SELECT fields FROM write_backs WHERE shop = @shop AND product_id = @productId
  AND writer = 'translation' AND (state = 'writing' OR id = @writeBackId)`;

/** Into the translations that the shop keeps for one language, or for one market. */
export function translationWriter(
  { db, clock }: { db: Db; clock: Clock },
  target: TargetColumns,
): Writer<LiveTranslations> {
  return {
    name: "translation",
    target,
    async read(admin, input, options) {
      const names = await db.do(textsToRead(input, target));
      const primary = await db.do(primaryTargetOf(input.shop));
      const isPrimaryLocale = primary.locale === target.locale;
      const parents = (await db.do(parentMarketsOf(input.shop))).get(target.market) ?? [];
      const asked = { ...input, target, isPrimaryLocale, parents, names };
      return readLiveTranslations({ db, clock }, admin, asked, options);
    },
    async isLanguageGone(admin) {
      const { shopLocales } = await admin.run(readShopLocales, {});
      return shopLocales.every(({ locale }) => locale !== target.locale);
    },
    async makeReady() {},
    send: (admin, input, answers) => sendTranslations(admin, { ...input, target }, answers),
    mirror: (_tx, input) => mirrorTranslations({ ...input, target }),
    madeFrom: (input) => madeFromOf({ ...input, target }),
    notShown: "lost",
  };
}

/** The texts that may be written now, and those of writes that are open or are to be undone. */
function* textsToRead({ shop, productId, writeBackId = "" }: LiveInput, target: TargetColumns): Steps<string[]> {
  const approved = yield* readApproved({ shop, productId, target: targetSchema.parse(target) });
  const rows = yield* all<{ fields: string }>(fieldsSql, { shop, productId, writeBackId });
  const written = rows
    .map(({ fields }) => ({ fields: JSON.parse(fields) as WrittenField[] }))
    .filter((row) => isOf({ target }, row));
  return [
    ...new Set([
      ...approved.map(({ contentType }) => contentType),
      ...written.flatMap(({ fields }) => fields.map(nameOf)),
    ]),
  ];
}
