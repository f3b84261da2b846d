CREATE TABLE `metric_totals` (
	`name` text NOT NULL,
	`labels` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`name`, `labels`)
);
--> statement-breakpoint
ALTER TABLE `workers` ADD `vitals` text;