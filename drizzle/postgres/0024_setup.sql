CREATE TABLE "shop_setup" (
	"shop" text PRIMARY KEY NOT NULL,
	"hidden_at" bigint NOT NULL,
	"hidden_by" text NOT NULL
);
