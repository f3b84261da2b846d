ALTER TABLE "versions" ADD COLUMN "resource" text DEFAULT 'product' NOT NULL;--> statement-breakpoint
UPDATE "versions" SET "resource" = 'MediaImage/' || substr("content_type", 11), "content_type" = 'image_alt'
	WHERE "content_type" ~ '^image_alt_[0-9]+$';--> statement-breakpoint
DROP INDEX "versions_image";--> statement-breakpoint
DROP INDEX "versions_product";--> statement-breakpoint
CREATE INDEX "versions_resource" ON "versions" USING btree ("shop","resource") WHERE resource <> 'product';--> statement-breakpoint
CREATE INDEX "versions_product" ON "versions" USING btree ("shop","product_id","content_type","resource","locale","created_at");--> statement-breakpoint
ALTER TABLE "conflicts" ADD COLUMN "resource" text DEFAULT 'product' NOT NULL;--> statement-breakpoint
ALTER TABLE "conflicts" ADD COLUMN "market" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "conflicts" ADD COLUMN "channel" text DEFAULT 'store' NOT NULL;--> statement-breakpoint
ALTER TABLE "conflicts" DROP CONSTRAINT "conflicts_shop_product_id_content_type_locale_pk";--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_shop_product_id_content_type_resource_locale_market_channel_pk" PRIMARY KEY("shop","product_id","content_type","resource","locale","market","channel");--> statement-breakpoint
UPDATE "conflicts" SET "resource" = 'MediaImage/' || substr("content_type", 11), "content_type" = 'image_alt'
	WHERE "content_type" ~ '^image_alt_[0-9]+$';--> statement-breakpoint
ALTER TABLE "write_backs" ADD COLUMN "writer" text DEFAULT 'product' NOT NULL;--> statement-breakpoint
UPDATE "write_backs" SET "fields" = coalesce((
	SELECT jsonb_agg((f.field - 'contentType' - 'locale') || jsonb_build_object(
			'slot', CASE WHEN f.field ->> 'contentType' ~ '^image_alt_[0-9]+$'
				THEN jsonb_build_object('resource', 'MediaImage/' || substr(f.field ->> 'contentType', 11), 'field', 'image_alt')
				ELSE jsonb_build_object('resource', 'product', 'field', f.field ->> 'contentType') END,
			'target', jsonb_build_object('locale', f.field ->> 'locale', 'market', '', 'channel', 'store')) ORDER BY f.n)
	FROM jsonb_array_elements("write_backs"."fields"::jsonb) WITH ORDINALITY AS f(field, n)), '[]'::jsonb);--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "resource" text DEFAULT 'product' NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "market" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback" ADD COLUMN "channel" text DEFAULT 'store' NOT NULL;--> statement-breakpoint
UPDATE "feedback" SET "resource" = 'MediaImage/' || substr("content_type", 11), "content_type" = 'image_alt'
	WHERE "content_type" ~ '^image_alt_[0-9]+$';--> statement-breakpoint
UPDATE "feedback" SET "resource" = coalesce((
		SELECT v.resource FROM "versions" AS v WHERE v.id = "feedback"."version_id" AND v.shop = "feedback"."shop"), 'product')
	WHERE "content_type" = 'image_alt' AND "resource" = 'product';
