CREATE TABLE `category_proposals` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`channel` text NOT NULL,
	`locale` text NOT NULL,
	`version` text NOT NULL,
	`category_id` text,
	`levels` text NOT NULL,
	`confidence` integer NOT NULL,
	`reason` text NOT NULL,
	`because` text NOT NULL,
	`attributes` text NOT NULL,
	`others` text NOT NULL,
	`basis` text NOT NULL,
	`base` text,
	`model` text NOT NULL,
	`job_id` text,
	`item_seq` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`, `channel`)
);
--> statement-breakpoint
CREATE INDEX `category_proposals_confidence` ON `category_proposals` (`shop`,`channel`,`confidence`);--> statement-breakpoint
CREATE INDEX `category_proposals_item` ON `category_proposals` (`job_id`,`item_seq`);