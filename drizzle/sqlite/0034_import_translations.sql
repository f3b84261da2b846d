CREATE TABLE `import_translations` (
	`shop` text NOT NULL,
	`resource` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`shop`, `resource`)
);
--> statement-breakpoint
ALTER TABLE `translatable_texts` ADD `metafields` text DEFAULT '{}' NOT NULL;