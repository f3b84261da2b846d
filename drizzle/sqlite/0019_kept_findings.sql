CREATE TABLE `kept_findings` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`resource` text DEFAULT 'product' NOT NULL,
	`content_type` text NOT NULL,
	`locale` text NOT NULL,
	`market` text DEFAULT '' NOT NULL,
	`channel` text DEFAULT 'store' NOT NULL,
	`finding_id` text NOT NULL,
	`code` text NOT NULL,
	`quote` text NOT NULL,
	`fact_path` text,
	`fact_value` text,
	`version_id` text NOT NULL,
	`reason` text NOT NULL,
	`kept_by` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`, `resource`, `content_type`, `locale`, `market`, `channel`, `finding_id`)
);
--> statement-breakpoint
CREATE INDEX `kept_findings_period` ON `kept_findings` (`shop`,`kept_at`);