ALTER TABLE `shops` ADD `address_locales` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `market_tree` text;--> statement-breakpoint
ALTER TABLE `shop_markets` ADD `type` text DEFAULT 'REGION' NOT NULL;--> statement-breakpoint
ALTER TABLE `shop_markets` ADD `conditions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `shop_markets` ADD `subdivisions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `shop_markets` ADD `everywhere` integer DEFAULT false NOT NULL;