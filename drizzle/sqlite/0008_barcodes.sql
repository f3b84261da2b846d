ALTER TABLE `products_seen` ADD `barcodes_digest` text;--> statement-breakpoint
ALTER TABLE `shops` ADD `lists_barcodes` integer DEFAULT false NOT NULL;