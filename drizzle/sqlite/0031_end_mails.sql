ALTER TABLE `jobs` ADD `mailed_at` integer;--> statement-breakpoint
ALTER TABLE `work_settings` ADD `mail_runs` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `work_settings` ADD `mail_to` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `work_settings` ADD `mail_trouble` text;