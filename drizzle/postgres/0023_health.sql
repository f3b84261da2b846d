CREATE TABLE "product_texts" (
	"shop" text NOT NULL,
	"product_row" bigint NOT NULL,
	"target" bigint NOT NULL,
	"draft" bigint DEFAULT 0 NOT NULL,
	"approved" bigint DEFAULT 0 NOT NULL,
	"outdated" bigint DEFAULT 0 NOT NULL,
	"thin" bigint DEFAULT 0 NOT NULL,
	"duplicate" bigint DEFAULT 0 NOT NULL,
	"contradicted" bigint DEFAULT 0 NOT NULL,
	"found" bigint DEFAULT 0 NOT NULL,
	"checked" text DEFAULT '' NOT NULL,
	CONSTRAINT "product_texts_shop_target_product_row_pk" PRIMARY KEY("shop","target","product_row")
);
--> statement-breakpoint
CREATE TABLE "products_alike" (
	"shop" text NOT NULL,
	"product_row" bigint NOT NULL,
	"other_row" bigint NOT NULL,
	CONSTRAINT "products_alike_shop_product_row_other_row_pk" PRIMARY KEY("shop","product_row","other_row")
);
--> statement-breakpoint
CREATE INDEX "product_texts_row" ON "product_texts" USING btree ("product_row");--> statement-breakpoint
CREATE INDEX "products_alike_other" ON "products_alike" USING btree ("other_row");