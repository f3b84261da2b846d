CREATE TABLE `shop_locales` (
	`shop` text NOT NULL,
	`locale` text NOT NULL,
	`is_primary` integer NOT NULL,
	`published` integer NOT NULL,
	`reachable` integer NOT NULL,
	`position` integer NOT NULL,
	`gone_at` integer,
	PRIMARY KEY(`shop`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `shop_markets` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`handle` text NOT NULL,
	`name` text NOT NULL,
	`active` integer NOT NULL,
	`parents` text NOT NULL,
	`countries` text NOT NULL,
	`locales` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE TABLE `shop_translations` (
	`shop` text NOT NULL,
	`owner` text NOT NULL,
	`locale` text NOT NULL,
	`market` text DEFAULT '' NOT NULL,
	`texts` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `owner`, `locale`, `market`)
);
--> statement-breakpoint
CREATE INDEX `shop_translations_target` ON `shop_translations` (`shop`,`locale`,`market`,`owner`);--> statement-breakpoint
CREATE TABLE `translatable_texts` (
	`shop` text NOT NULL,
	`owner` text NOT NULL,
	`texts` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `owner`)
);
