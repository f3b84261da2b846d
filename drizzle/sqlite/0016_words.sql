ALTER TABLE `parks` RENAME TO `pauses`;--> statement-breakpoint
ALTER TABLE `text_marks` RENAME TO `fingerprints`;--> statement-breakpoint
ALTER TABLE `jobs` RENAME COLUMN `park_reason` TO `pause_reason`;--> statement-breakpoint
ALTER TABLE `job_items` RENAME COLUMN `park_reason` TO `pause_reason`;--> statement-breakpoint
DROP INDEX `job_items_odd`;--> statement-breakpoint
UPDATE `job_items` SET `status` = 'paused' WHERE `status` = 'parked';--> statement-breakpoint
UPDATE `metric_totals` SET `labels` = replace(`labels`, '"outcome":"parked"', '"outcome":"paused"') WHERE `name` = 'items';--> statement-breakpoint
CREATE INDEX `job_items_odd` ON `job_items` (`job_id`,`status`,`seq`) WHERE status = 'failed' OR status = 'conflict' OR status = 'paused' OR status = 'cancelled';--> statement-breakpoint
DROP INDEX `text_marks_product`;--> statement-breakpoint
CREATE INDEX `fingerprints_product` ON `fingerprints` (`product_row`);--> statement-breakpoint
DROP INDEX `text_marks_whole`;--> statement-breakpoint
CREATE INDEX `fingerprints_whole` ON `fingerprints` (`whole`);--> statement-breakpoint
DROP INDEX `text_marks_band1`;--> statement-breakpoint
CREATE INDEX `fingerprints_band1` ON `fingerprints` (`band1`) WHERE band1 IS NOT NULL;--> statement-breakpoint
DROP INDEX `text_marks_band2`;--> statement-breakpoint
CREATE INDEX `fingerprints_band2` ON `fingerprints` (`band2`) WHERE band2 IS NOT NULL;--> statement-breakpoint
DROP INDEX `text_marks_band3`;--> statement-breakpoint
CREATE INDEX `fingerprints_band3` ON `fingerprints` (`band3`) WHERE band3 IS NOT NULL;--> statement-breakpoint
DROP INDEX `text_marks_band4`;--> statement-breakpoint
CREATE INDEX `fingerprints_band4` ON `fingerprints` (`band4`) WHERE band4 IS NOT NULL;--> statement-breakpoint
DROP INDEX `text_marks_band5`;--> statement-breakpoint
CREATE INDEX `fingerprints_band5` ON `fingerprints` (`band5`) WHERE band5 IS NOT NULL;--> statement-breakpoint
DROP INDEX `text_marks_band6`;--> statement-breakpoint
CREATE INDEX `fingerprints_band6` ON `fingerprints` (`band6`) WHERE band6 IS NOT NULL;