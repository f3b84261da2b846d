CREATE TABLE `product_reviews` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`key` text NOT NULL,
	`rating_permille` integer,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`written_at` integer,
	`import_id` text NOT NULL,
	PRIMARY KEY(`shop`, `product_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `product_reviews_import` ON `product_reviews` (`shop`,`import_id`);--> statement-breakpoint
CREATE TABLE `review_imports` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`app` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`known` integer DEFAULT 0 NOT NULL,
	`left_out` text NOT NULL,
	`unknown_products` text NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE TABLE `review_summaries` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`summary` text NOT NULL,
	`reviews_digest` text NOT NULL,
	`model` text NOT NULL,
	`summarised_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`)
);
