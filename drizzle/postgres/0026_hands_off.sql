CREATE TABLE "hands_off" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"set_by" text NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "hands_off_shop_product_id_pk" PRIMARY KEY("shop","product_id")
);
