CREATE TABLE `answered_requests` (
	`shop` text NOT NULL,
	`by` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	`owner` text NOT NULL,
	`lease_until` integer NOT NULL,
	`effect` text,
	`status` integer,
	`answer` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop`, `by`, `key`)
);
--> statement-breakpoint
CREATE INDEX `answered_requests_at` ON `answered_requests` (`at`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`details` text NOT NULL,
	`request_key` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_shop` ON `audit_log` (`shop`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_log_request` ON `audit_log` (`shop`,`by`,`request_key`) WHERE request_key IS NOT NULL;--> statement-breakpoint
DROP INDEX `jobs_request`;--> statement-breakpoint
ALTER TABLE `jobs` DROP COLUMN `request_key`;