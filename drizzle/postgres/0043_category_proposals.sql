CREATE TABLE "category_proposals" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"version" text NOT NULL,
	"category_id" text,
	"levels" jsonb NOT NULL,
	"confidence" bigint NOT NULL,
	"reason" text NOT NULL,
	"because" jsonb NOT NULL,
	"attributes" jsonb NOT NULL,
	"others" jsonb NOT NULL,
	"basis" text NOT NULL,
	"base" text,
	"model" text NOT NULL,
	"job_id" text,
	"item_seq" bigint,
	"created_by" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "category_proposals_shop_product_id_channel_pk" PRIMARY KEY("shop","product_id","channel")
);
--> statement-breakpoint
CREATE INDEX "category_proposals_confidence" ON "category_proposals" USING btree ("shop","channel","confidence");--> statement-breakpoint
CREATE INDEX "category_proposals_item" ON "category_proposals" USING btree ("job_id","item_seq");