CREATE TABLE "shop_locales" (
	"shop" text NOT NULL,
	"locale" text NOT NULL,
	"is_primary" boolean NOT NULL,
	"published" boolean NOT NULL,
	"reachable" boolean NOT NULL,
	"position" bigint NOT NULL,
	"gone_at" bigint,
	CONSTRAINT "shop_locales_shop_locale_pk" PRIMARY KEY("shop","locale")
);
--> statement-breakpoint
CREATE TABLE "shop_markets" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"active" boolean NOT NULL,
	"parents" jsonb NOT NULL,
	"countries" jsonb NOT NULL,
	"locales" jsonb NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "shop_markets_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "shop_translations" (
	"shop" text NOT NULL,
	"owner" text NOT NULL,
	"locale" text NOT NULL,
	"market" text DEFAULT '' NOT NULL,
	"texts" jsonb NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "shop_translations_shop_owner_locale_market_pk" PRIMARY KEY("shop","owner","locale","market")
);
--> statement-breakpoint
CREATE TABLE "translatable_texts" (
	"shop" text NOT NULL,
	"owner" text NOT NULL,
	"texts" jsonb NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "translatable_texts_shop_owner_pk" PRIMARY KEY("shop","owner")
);
--> statement-breakpoint
CREATE INDEX "shop_translations_target" ON "shop_translations" USING btree ("shop","locale","market","owner");