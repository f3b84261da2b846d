import type { TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { slotColumns } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";

// `resource <> 'product'`: word for word as the partial index has it.
const productsSql = `SELECT DISTINCT product_id AS productId FROM versions
  WHERE shop = @shop AND resource <> 'product' AND resource IN (SELECT value FROM json_each(@resources))
    AND content_type = 'image_alt' AND product_id <> @except`;
const publishedSql = `SELECT v.product_id AS productId, p.title, v.body FROM versions AS v
  JOIN products AS p ON p.shop = v.shop AND p.id = v.product_id
  WHERE v.shop = @shop AND v.resource <> 'product' AND v.resource = @resource AND v.content_type = @contentType
    AND v.locale = @locale AND v.market = @market AND v.channel = @channel AND v.state = 'published'
    AND v.product_id <> @except`;

/** The other products that have texts for the same images: an image may belong to several, and has one alt text. */
export function* productsWithTextsOf(input: {
  shop: string;
  /** names of alt texts */
  contentTypes: readonly string[];
  except: string;
}): Steps<string[]> {
  const { shop, contentTypes, except } = input;
  const resources = JSON.stringify(contentTypes.map((name) => slotColumns(name).resource));
  const rows = yield* all<{ productId: string }>(productsSql, { shop, resources, except });
  return rows.map(({ productId }) => productId);
}

/** A text that was published for an image from another product. */
export interface PublishedElsewhere {
  productId: string;
  title: string;
  body: TextBody;
}

/** What other products published for the same image and target. @param input.contentType name of an alt text */
export function* publishedElsewhere(input: {
  shop: string;
  contentType: string;
  target: Target;
  except: string;
}): Steps<PublishedElsewhere[]> {
  const { shop, contentType, target, except } = input;
  const { locale, market, channel } = target;
  const params = { shop, ...slotColumns(contentType), locale, market, channel, except };
  const rows = yield* all<Omit<PublishedElsewhere, "body"> & { body: string }>(publishedSql, params);
  return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as TextBody }));
}
