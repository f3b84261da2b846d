CREATE TABLE "clock_readings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"boot_id" text NOT NULL,
	"offset_ms" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"stepped_at" bigint,
	"step_ms" bigint
);
--> statement-breakpoint
CREATE INDEX "jobs_with_failures" ON "jobs" USING btree ("kind","shop","finished_at") WHERE failed > 0;