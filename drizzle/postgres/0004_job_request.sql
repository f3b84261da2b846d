ALTER TABLE "jobs" ADD COLUMN "request_key" text;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_request" ON "jobs" USING btree ("shop","request_key") WHERE request_key IS NOT NULL;