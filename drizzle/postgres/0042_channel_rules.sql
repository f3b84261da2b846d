CREATE TABLE "channel_rule_changes" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"rule" text NOT NULL,
	"channel" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"undoes" text,
	CONSTRAINT "channel_rule_changes_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "channel_rule_settings" (
	"shop" text NOT NULL,
	"rule" text NOT NULL,
	"setting" jsonb NOT NULL,
	"change" text NOT NULL,
	CONSTRAINT "channel_rule_settings_shop_rule_pk" PRIMARY KEY("shop","rule")
);
--> statement-breakpoint
CREATE INDEX "channel_rule_changes_channel" ON "channel_rule_changes" USING btree ("shop","channel","at");