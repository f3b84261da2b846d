CREATE TABLE "breakers" (
	"shop" text NOT NULL,
	"provider" text NOT NULL,
	"failures" bigint NOT NULL,
	"since" bigint NOT NULL,
	"probe_at" bigint,
	"pauses" bigint DEFAULT 0 NOT NULL,
	"probing" boolean DEFAULT false NOT NULL,
	CONSTRAINT "breakers_shop_provider_pk" PRIMARY KEY("shop","provider")
);
--> statement-breakpoint
ALTER TABLE "job_items" ADD COLUMN "stalls" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_items" ADD COLUMN "stalled_since" bigint;