CREATE TABLE "answered_requests" (
	"shop" text NOT NULL,
	"by" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"owner" text NOT NULL,
	"lease_until" bigint NOT NULL,
	"effect" jsonb,
	"status" bigint,
	"answer" jsonb,
	"at" bigint NOT NULL,
	CONSTRAINT "answered_requests_shop_by_key_pk" PRIMARY KEY("shop","by","key")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"details" jsonb NOT NULL,
	"request_key" text
);
--> statement-breakpoint
DROP INDEX "jobs_request";--> statement-breakpoint
CREATE INDEX "answered_requests_at" ON "answered_requests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_shop" ON "audit_log" USING btree ("shop","at","id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_request" ON "audit_log" USING btree ("shop","by","request_key") WHERE request_key IS NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" DROP COLUMN "request_key";