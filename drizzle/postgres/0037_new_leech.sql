CREATE TABLE "text_resources" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"missing" bigint NOT NULL,
	"content_state" text DEFAULT 'none' NOT NULL,
	"other_targets" text DEFAULT '' NOT NULL,
	"gone_at" bigint,
	"read_at" bigint NOT NULL,
	CONSTRAINT "text_resources_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE INDEX "text_resources_kind" ON "text_resources" USING btree ("shop","kind","title","id");--> statement-breakpoint
CREATE INDEX "text_resources_gone" ON "text_resources" USING btree ("gone_at","shop","id") WHERE gone_at IS NOT NULL;