CREATE TABLE `product_findings` (
	`shop` text NOT NULL,
	`product_row` integer NOT NULL,
	`target` integer NOT NULL,
	`codes` integer NOT NULL,
	PRIMARY KEY(`shop`, `target`, `product_row`)
);
--> statement-breakpoint
CREATE INDEX `product_findings_row` ON `product_findings` (`product_row`);--> statement-breakpoint
CREATE TABLE `review_claims` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`locale` text NOT NULL,
	`market` text DEFAULT '' NOT NULL,
	`channel` text DEFAULT 'store' NOT NULL,
	`person` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`, `locale`, `market`, `channel`)
);
--> statement-breakpoint
CREATE INDEX `review_claims_person` ON `review_claims` (`shop`,`person`);--> statement-breakpoint
CREATE INDEX `review_claims_until` ON `review_claims` (`until`);--> statement-breakpoint
CREATE TABLE `review_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`person` text NOT NULL,
	`queue_id` text,
	`product_id` text NOT NULL,
	`locale` text NOT NULL,
	`market` text DEFAULT '' NOT NULL,
	`channel` text DEFAULT 'store' NOT NULL,
	`kind` text NOT NULL,
	`versions` text NOT NULL,
	`conflicts` text NOT NULL,
	`decided_at` integer NOT NULL,
	`bulk` text,
	`taken_back_at` integer
);
--> statement-breakpoint
CREATE INDEX `review_decisions_person` ON `review_decisions` (`shop`,`person`,`decided_at`);--> statement-breakpoint
CREATE INDEX `review_decisions_product` ON `review_decisions` (`shop`,`product_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `review_decisions_bulk` ON `review_decisions` (`shop`,`bulk`) WHERE bulk IS NOT NULL;--> statement-breakpoint
CREATE INDEX `review_decisions_at` ON `review_decisions` (`decided_at`);--> statement-breakpoint
CREATE TABLE `review_entries` (
	`shop` text NOT NULL,
	`queue_id` text NOT NULL,
	`seq` integer NOT NULL,
	`product_id` text NOT NULL,
	`outcome` text,
	`decided_at` integer,
	PRIMARY KEY(`queue_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `review_entries_product` ON `review_entries` (`queue_id`,`product_id`);--> statement-breakpoint
CREATE INDEX `review_entries_open` ON `review_entries` (`queue_id`,`seq`) WHERE outcome IS NULL;--> statement-breakpoint
CREATE TABLE `review_queues` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`person` text NOT NULL,
	`locale` text NOT NULL,
	`market` text DEFAULT '' NOT NULL,
	`channel` text DEFAULT 'store' NOT NULL,
	`query` text NOT NULL,
	`sort` text NOT NULL,
	`size` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`opened_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `review_queues_person` ON `review_queues` (`shop`,`person`,`closed_at`);--> statement-breakpoint
CREATE INDEX `review_queues_touched` ON `review_queues` (`touched_at`);