CREATE TABLE `channel_rule_changes` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`rule` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`before` text,
	`after` text,
	`undoes` text,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE INDEX `channel_rule_changes_channel` ON `channel_rule_changes` (`shop`,`channel`,`at`);--> statement-breakpoint
CREATE TABLE `channel_rule_settings` (
	`shop` text NOT NULL,
	`rule` text NOT NULL,
	`setting` text NOT NULL,
	`change` text NOT NULL,
	PRIMARY KEY(`shop`, `rule`)
);
