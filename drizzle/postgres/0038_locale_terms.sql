CREATE TABLE "locale_terms" (
	"shop" text NOT NULL,
	"locale" text NOT NULL,
	"terms" jsonb NOT NULL,
	"digest" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text,
	CONSTRAINT "locale_terms_shop_locale_pk" PRIMARY KEY("shop","locale")
);
