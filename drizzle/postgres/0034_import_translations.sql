CREATE TABLE "import_translations" (
	"shop" text NOT NULL,
	"resource" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "import_translations_shop_resource_pk" PRIMARY KEY("shop","resource")
);
--> statement-breakpoint
ALTER TABLE "translatable_texts" ADD COLUMN "metafields" jsonb DEFAULT '{}'::jsonb NOT NULL;