CREATE TABLE "taxonomies" (
	"name" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"loaded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomy_attributes" (
	"taxonomy" text NOT NULL,
	"id" text NOT NULL,
	"handle" text,
	"name" text NOT NULL,
	"values" jsonb NOT NULL,
	CONSTRAINT "taxonomy_attributes_taxonomy_id_pk" PRIMARY KEY("taxonomy","id")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_categories" (
	"taxonomy" text NOT NULL,
	"id" text NOT NULL,
	"parent_id" text,
	"name" text NOT NULL,
	"path" text NOT NULL,
	"level" bigint NOT NULL,
	"archived_at" bigint,
	"names" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"attributes" jsonb,
	"google_id" text,
	"load_id" text NOT NULL,
	CONSTRAINT "taxonomy_categories_taxonomy_id_pk" PRIMARY KEY("taxonomy","id")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_loads" (
	"id" text PRIMARY KEY NOT NULL,
	"taxonomy" text NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE INDEX "taxonomy_categories_parent" ON "taxonomy_categories" USING btree ("taxonomy","parent_id");--> statement-breakpoint
CREATE INDEX "taxonomy_categories_path" ON "taxonomy_categories" USING btree ("taxonomy","path");