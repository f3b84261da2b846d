CREATE TABLE `breakers` (
	`shop` text NOT NULL,
	`provider` text NOT NULL,
	`failures` integer NOT NULL,
	`since` integer NOT NULL,
	`probe_at` integer,
	`pauses` integer DEFAULT 0 NOT NULL,
	`probing` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`shop`, `provider`)
);
--> statement-breakpoint
ALTER TABLE `job_items` ADD `stalls` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `job_items` ADD `stalled_since` integer;