CREATE TABLE "shop_people" (
	"shop" text NOT NULL,
	"person" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"may_approve" boolean DEFAULT true NOT NULL,
	"may_publish" boolean DEFAULT true NOT NULL,
	"may_change_rules" boolean DEFAULT true NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "shop_people_shop_person_pk" PRIMARY KEY("shop","person")
);
--> statement-breakpoint
CREATE TABLE "work_settings" (
	"shop" text PRIMARY KEY NOT NULL,
	"approve_publishes" boolean DEFAULT false NOT NULL,
	"four_eyes" boolean DEFAULT false NOT NULL,
	"single_keys" boolean DEFAULT true NOT NULL,
	"review_order" text DEFAULT 'usual' NOT NULL,
	"reject_reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"notice_runs" boolean DEFAULT true NOT NULL,
	"owner" text,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spend_settings" ADD COLUMN "run_cost_cap_nanos" bigint;