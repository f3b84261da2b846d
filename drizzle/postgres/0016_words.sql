ALTER TABLE "parks" RENAME TO "pauses";--> statement-breakpoint
ALTER TABLE "text_marks" RENAME TO "fingerprints";--> statement-breakpoint
ALTER TABLE "jobs" RENAME COLUMN "park_reason" TO "pause_reason";--> statement-breakpoint
ALTER TABLE "job_items" RENAME COLUMN "park_reason" TO "pause_reason";--> statement-breakpoint
ALTER TABLE "pauses" RENAME CONSTRAINT "parks_shop_reason_pk" TO "pauses_shop_reason_pk";--> statement-breakpoint
DROP INDEX "job_items_odd";--> statement-breakpoint
UPDATE "job_items" SET "status" = 'paused' WHERE "status" = 'parked';--> statement-breakpoint
UPDATE "metric_totals" SET "labels" = replace("labels", '"outcome":"parked"', '"outcome":"paused"') WHERE "name" = 'items';--> statement-breakpoint
CREATE INDEX "job_items_odd" ON "job_items" USING btree ("job_id","status","seq") WHERE status = 'failed' OR status = 'conflict' OR status = 'paused' OR status = 'cancelled';--> statement-breakpoint
ALTER INDEX "text_marks_product" RENAME TO "fingerprints_product";--> statement-breakpoint
ALTER INDEX "text_marks_whole" RENAME TO "fingerprints_whole";--> statement-breakpoint
ALTER INDEX "text_marks_band1" RENAME TO "fingerprints_band1";--> statement-breakpoint
ALTER INDEX "text_marks_band2" RENAME TO "fingerprints_band2";--> statement-breakpoint
ALTER INDEX "text_marks_band3" RENAME TO "fingerprints_band3";--> statement-breakpoint
ALTER INDEX "text_marks_band4" RENAME TO "fingerprints_band4";--> statement-breakpoint
ALTER INDEX "text_marks_band5" RENAME TO "fingerprints_band5";--> statement-breakpoint
ALTER INDEX "text_marks_band6" RENAME TO "fingerprints_band6";