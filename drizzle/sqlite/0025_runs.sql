CREATE TABLE `dismissed_ends` (
	`shop` text NOT NULL,
	`person` text NOT NULL,
	`job_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop`, `person`, `job_id`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dismissed_ends_job` ON `dismissed_ends` (`job_id`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `held_at` integer;