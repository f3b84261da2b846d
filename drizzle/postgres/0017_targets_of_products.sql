CREATE TABLE "shop_targets" (
	"shop" text NOT NULL,
	"number" bigint NOT NULL,
	"locale" text NOT NULL,
	"market" text NOT NULL,
	"channel" text NOT NULL,
	CONSTRAINT "shop_targets_shop_number_pk" PRIMARY KEY("shop","number")
);
--> statement-breakpoint
DROP INDEX "products_by_update";--> statement-breakpoint
DROP INDEX "products_by_title";--> statement-breakpoint
ALTER TABLE "fingerprints" ADD COLUMN "resource" text DEFAULT 'product' NOT NULL;--> statement-breakpoint
ALTER TABLE "fingerprints" ADD COLUMN "target" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "other_targets" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "shop_targets_target" ON "shop_targets" USING btree ("shop","locale","market","channel");--> statement-breakpoint
CREATE INDEX "products_by_update" ON "products" USING btree ("shop","updated_at","id","status","content_state","missing","gone_at","vendor","product_type","other_targets");--> statement-breakpoint
CREATE INDEX "products_by_title" ON "products" USING btree ("shop",lower(title),"id","status","content_state","missing","gone_at","vendor","product_type","other_targets");--> statement-breakpoint
INSERT INTO "shop_targets" ("shop", "number", "locale", "market", "channel") SELECT "shop", 0, "primary_locale", '', 'store' FROM "shops" WHERE "imported_at" IS NOT NULL OR EXISTS (SELECT 1 FROM "products" WHERE "products"."shop" = "shops"."shop");
