ALTER TABLE `jobs` ADD `request_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_request` ON `jobs` (`shop`,`request_key`) WHERE request_key IS NOT NULL;