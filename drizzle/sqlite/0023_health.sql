CREATE TABLE `product_texts` (
	`shop` text NOT NULL,
	`product_row` integer NOT NULL,
	`target` integer NOT NULL,
	`draft` integer DEFAULT 0 NOT NULL,
	`approved` integer DEFAULT 0 NOT NULL,
	`outdated` integer DEFAULT 0 NOT NULL,
	`thin` integer DEFAULT 0 NOT NULL,
	`duplicate` integer DEFAULT 0 NOT NULL,
	`contradicted` integer DEFAULT 0 NOT NULL,
	`found` integer DEFAULT 0 NOT NULL,
	`checked` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`shop`, `target`, `product_row`)
);
--> statement-breakpoint
CREATE INDEX `product_texts_row` ON `product_texts` (`product_row`);--> statement-breakpoint
CREATE TABLE `products_alike` (
	`shop` text NOT NULL,
	`product_row` integer NOT NULL,
	`other_row` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_row`, `other_row`)
);
--> statement-breakpoint
CREATE INDEX `products_alike_other` ON `products_alike` (`other_row`);