CREATE TABLE "model_servers" (
	"shop" text NOT NULL,
	"server" text NOT NULL,
	"model" text NOT NULL,
	"traits" text NOT NULL,
	"learned_at" bigint NOT NULL,
	CONSTRAINT "model_servers_shop_server_model_pk" PRIMARY KEY("shop","server","model")
);
