CREATE TABLE "examinations" (
	"shop" text NOT NULL,
	"question" text NOT NULL,
	"verdict" text NOT NULL,
	"examined_at" bigint NOT NULL,
	CONSTRAINT "examinations_shop_question_pk" PRIMARY KEY("shop","question")
);
--> statement-breakpoint
ALTER TABLE "credit_runs" ADD COLUMN "examiner_tokens_in" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credit_runs" ADD COLUMN "examiner_tokens_cached" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "credit_runs" ADD COLUMN "examiner_tokens_out" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shop_settings" ADD COLUMN "model_examiner" text;--> statement-breakpoint
ALTER TABLE "shop_settings" ADD COLUMN "examine" text;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "examined" text;--> statement-breakpoint
CREATE INDEX "examinations_age" ON "examinations" USING btree ("examined_at");