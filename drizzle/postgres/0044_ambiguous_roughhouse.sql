ALTER TABLE "shop_markets" ADD COLUMN "type" text DEFAULT 'REGION' NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_markets" ADD COLUMN "conditions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_markets" ADD COLUMN "subdivisions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_markets" ADD COLUMN "everywhere" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "address_locales" jsonb;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "market_tree" jsonb;