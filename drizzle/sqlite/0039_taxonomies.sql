CREATE TABLE `taxonomies` (
	`name` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`loaded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `taxonomy_attributes` (
	`taxonomy` text NOT NULL,
	`id` text NOT NULL,
	`handle` text,
	`name` text NOT NULL,
	`values` text NOT NULL,
	PRIMARY KEY(`taxonomy`, `id`)
);
--> statement-breakpoint
CREATE TABLE `taxonomy_categories` (
	`taxonomy` text NOT NULL,
	`id` text NOT NULL,
	`parent_id` text,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`level` integer NOT NULL,
	`archived_at` integer,
	`names` text DEFAULT '{}' NOT NULL,
	`attributes` text,
	`google_id` text,
	`load_id` text NOT NULL,
	PRIMARY KEY(`taxonomy`, `id`)
);
--> statement-breakpoint
CREATE INDEX `taxonomy_categories_parent` ON `taxonomy_categories` (`taxonomy`,`parent_id`);--> statement-breakpoint
CREATE INDEX `taxonomy_categories_path` ON `taxonomy_categories` (`taxonomy`,`path`);--> statement-breakpoint
CREATE TABLE `taxonomy_loads` (
	`id` text PRIMARY KEY NOT NULL,
	`taxonomy` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer
);
