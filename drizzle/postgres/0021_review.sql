CREATE TABLE "product_findings" (
	"shop" text NOT NULL,
	"product_row" bigint NOT NULL,
	"target" bigint NOT NULL,
	"codes" bigint NOT NULL,
	CONSTRAINT "product_findings_shop_target_product_row_pk" PRIMARY KEY("shop","target","product_row")
);
--> statement-breakpoint
CREATE TABLE "review_claims" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"locale" text NOT NULL,
	"market" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT 'store' NOT NULL,
	"person" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "review_claims_shop_product_id_locale_market_channel_pk" PRIMARY KEY("shop","product_id","locale","market","channel")
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"person" text NOT NULL,
	"queue_id" text,
	"product_id" text NOT NULL,
	"locale" text NOT NULL,
	"market" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT 'store' NOT NULL,
	"kind" text NOT NULL,
	"versions" jsonb NOT NULL,
	"conflicts" jsonb NOT NULL,
	"decided_at" bigint NOT NULL,
	"bulk" text,
	"taken_back_at" bigint
);
--> statement-breakpoint
CREATE TABLE "review_entries" (
	"shop" text NOT NULL,
	"queue_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"product_id" text NOT NULL,
	"outcome" text,
	"decided_at" bigint,
	CONSTRAINT "review_entries_queue_id_seq_pk" PRIMARY KEY("queue_id","seq")
);
--> statement-breakpoint
CREATE TABLE "review_queues" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"person" text NOT NULL,
	"locale" text NOT NULL,
	"market" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT 'store' NOT NULL,
	"query" text NOT NULL,
	"sort" text NOT NULL,
	"size" bigint NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"opened_at" bigint NOT NULL,
	"touched_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE INDEX "product_findings_row" ON "product_findings" USING btree ("product_row");--> statement-breakpoint
CREATE INDEX "review_claims_person" ON "review_claims" USING btree ("shop","person");--> statement-breakpoint
CREATE INDEX "review_claims_until" ON "review_claims" USING btree ("until");--> statement-breakpoint
CREATE INDEX "review_decisions_person" ON "review_decisions" USING btree ("shop","person","decided_at");--> statement-breakpoint
CREATE INDEX "review_decisions_product" ON "review_decisions" USING btree ("shop","product_id","decided_at");--> statement-breakpoint
CREATE INDEX "review_decisions_bulk" ON "review_decisions" USING btree ("shop","bulk") WHERE bulk IS NOT NULL;--> statement-breakpoint
CREATE INDEX "review_decisions_at" ON "review_decisions" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "review_entries_product" ON "review_entries" USING btree ("queue_id","product_id");--> statement-breakpoint
CREATE INDEX "review_entries_open" ON "review_entries" USING btree ("queue_id","seq") WHERE outcome IS NULL;--> statement-breakpoint
CREATE INDEX "review_queues_person" ON "review_queues" USING btree ("shop","person","closed_at");--> statement-breakpoint
CREATE INDEX "review_queues_touched" ON "review_queues" USING btree ("touched_at");