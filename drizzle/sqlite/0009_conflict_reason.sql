ALTER TABLE `products` ADD `whole_at` integer;--> statement-breakpoint
ALTER TABLE `conflicts` ADD `reason` text;