CREATE TABLE `clock_readings` (
	`id` integer PRIMARY KEY NOT NULL,
	`boot_id` text NOT NULL,
	`offset_ms` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`stepped_at` integer,
	`step_ms` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_with_failures` ON `jobs` (`kind`,`shop`,`finished_at`) WHERE failed > 0;