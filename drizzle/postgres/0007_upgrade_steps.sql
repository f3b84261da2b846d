CREATE TABLE "upgrade_steps" (
	"name" text PRIMARY KEY NOT NULL,
	"after_row" bigint DEFAULT 0 NOT NULL,
	"done_at" bigint
);
