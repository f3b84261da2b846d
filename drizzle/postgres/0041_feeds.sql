CREATE TABLE "feed_runs" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"feed_id" text NOT NULL,
	"job_id" text NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"products" bigint DEFAULT 0 NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"left_out" bigint DEFAULT 0 NOT NULL,
	"untranslated" bigint DEFAULT 0 NOT NULL,
	"reasons" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "feed_runs_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "feed_templates" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "feed_templates_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"template" text NOT NULL,
	"choices" jsonb NOT NULL,
	"daily_at" bigint,
	"next_run_at" bigint,
	"address_hash" text,
	"address_sealed" text,
	"address_made_at" bigint,
	"fetched_at" bigint,
	"file" jsonb,
	"source_sign" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "feeds_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE INDEX "feed_runs_feed" ON "feed_runs" USING btree ("shop","feed_id","started_at");--> statement-breakpoint
CREATE INDEX "feeds_due" ON "feeds" USING btree ("next_run_at","shop","id");