CREATE TABLE `text_resources` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`missing` integer NOT NULL,
	`content_state` text DEFAULT 'none' NOT NULL,
	`other_targets` text DEFAULT '' NOT NULL,
	`gone_at` integer,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE INDEX `text_resources_kind` ON `text_resources` (`shop`,`kind`,`title`,`id`);--> statement-breakpoint
CREATE INDEX `text_resources_gone` ON `text_resources` (`gone_at`,`shop`,`id`) WHERE gone_at IS NOT NULL;