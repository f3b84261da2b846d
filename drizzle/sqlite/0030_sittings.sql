ALTER TABLE `versions` ADD `sitting_open` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `examine_at` integer;--> statement-breakpoint
CREATE INDEX `versions_to_examine` ON `versions` (`examine_at`,`id`) WHERE examine_at IS NOT NULL;