CREATE TABLE `locale_terms` (
	`shop` text NOT NULL,
	`locale` text NOT NULL,
	`terms` text NOT NULL,
	`digest` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`shop`, `locale`)
);
