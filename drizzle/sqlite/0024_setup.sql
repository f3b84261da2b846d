CREATE TABLE `shop_setup` (
	`shop` text PRIMARY KEY NOT NULL,
	`hidden_at` integer NOT NULL,
	`hidden_by` text NOT NULL
);
