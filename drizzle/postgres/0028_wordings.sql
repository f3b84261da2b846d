ALTER TABLE "credit_runs" ADD COLUMN "wordings" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "wordings" jsonb;--> statement-breakpoint
ALTER TABLE "work_settings" ADD COLUMN "wordings" bigint DEFAULT 3 NOT NULL;