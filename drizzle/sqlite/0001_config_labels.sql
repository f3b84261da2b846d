ALTER TABLE `config_states` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `content_configs` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `config_states` SET `label` = `name`;--> statement-breakpoint
UPDATE `content_configs` SET `label` = `name`;
