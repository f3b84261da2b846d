CREATE TABLE "product_reviews" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"key" text NOT NULL,
	"rating_permille" bigint,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"written_at" bigint,
	"import_id" text NOT NULL,
	CONSTRAINT "product_reviews_shop_product_id_key_pk" PRIMARY KEY("shop","product_id","key")
);
--> statement-breakpoint
CREATE TABLE "review_imports" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"app" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"taken" bigint DEFAULT 0 NOT NULL,
	"known" bigint DEFAULT 0 NOT NULL,
	"left_out" jsonb NOT NULL,
	"unknown_products" jsonb NOT NULL,
	CONSTRAINT "review_imports_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "review_summaries" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"summary" text NOT NULL,
	"reviews_digest" text NOT NULL,
	"model" text NOT NULL,
	"summarised_at" bigint NOT NULL,
	CONSTRAINT "review_summaries_shop_product_id_pk" PRIMARY KEY("shop","product_id")
);
--> statement-breakpoint
CREATE INDEX "product_reviews_import" ON "product_reviews" USING btree ("shop","import_id");