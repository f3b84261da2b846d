CREATE TABLE `examinations` (
	`shop` text NOT NULL,
	`question` text NOT NULL,
	`verdict` text NOT NULL,
	`examined_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `question`)
);
--> statement-breakpoint
CREATE INDEX `examinations_age` ON `examinations` (`examined_at`);--> statement-breakpoint
ALTER TABLE `versions` ADD `examined` text;--> statement-breakpoint
ALTER TABLE `credit_runs` ADD `examiner_tokens_in` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `credit_runs` ADD `examiner_tokens_cached` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `credit_runs` ADD `examiner_tokens_out` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `shop_settings` ADD `model_examiner` text;--> statement-breakpoint
ALTER TABLE `shop_settings` ADD `examine` text;