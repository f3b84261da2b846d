ALTER TABLE `versions` ADD `wordings` text;--> statement-breakpoint
ALTER TABLE `credit_runs` ADD `wordings` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `work_settings` ADD `wordings` integer DEFAULT 3 NOT NULL;