ALTER TABLE "products_seen" ADD COLUMN "barcodes_digest" text;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "lists_barcodes" boolean DEFAULT false NOT NULL;