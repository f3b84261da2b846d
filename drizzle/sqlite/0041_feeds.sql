CREATE TABLE `feed_runs` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`feed_id` text NOT NULL,
	`job_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`products` integer DEFAULT 0 NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	`untranslated` integer DEFAULT 0 NOT NULL,
	`reasons` text DEFAULT '{}' NOT NULL,
	`bytes` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE INDEX `feed_runs_feed` ON `feed_runs` (`shop`,`feed_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `feed_templates` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE TABLE `feeds` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`template` text NOT NULL,
	`choices` text NOT NULL,
	`daily_at` integer,
	`next_run_at` integer,
	`address_hash` text,
	`address_sealed` text,
	`address_made_at` integer,
	`fetched_at` integer,
	`file` text,
	`source_sign` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE INDEX `feeds_due` ON `feeds` (`next_run_at`,`shop`,`id`);