ALTER TABLE "jobs" ADD COLUMN "mailed_at" bigint;--> statement-breakpoint
ALTER TABLE "work_settings" ADD COLUMN "mail_runs" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "work_settings" ADD COLUMN "mail_to" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "work_settings" ADD COLUMN "mail_trouble" jsonb;