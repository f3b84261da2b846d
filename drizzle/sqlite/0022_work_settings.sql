CREATE TABLE `shop_people` (
	`shop` text NOT NULL,
	`person` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`may_approve` integer DEFAULT true NOT NULL,
	`may_publish` integer DEFAULT true NOT NULL,
	`may_change_rules` integer DEFAULT true NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `person`)
);
--> statement-breakpoint
CREATE TABLE `work_settings` (
	`shop` text PRIMARY KEY NOT NULL,
	`approve_publishes` integer DEFAULT false NOT NULL,
	`four_eyes` integer DEFAULT false NOT NULL,
	`single_keys` integer DEFAULT true NOT NULL,
	`review_order` text DEFAULT 'usual' NOT NULL,
	`reject_reasons` text DEFAULT '[]' NOT NULL,
	`notice_runs` integer DEFAULT true NOT NULL,
	`owner` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `spend_settings` ADD `run_cost_cap_nanos` integer;