ALTER TABLE "versions" ADD COLUMN "sitting_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "examine_at" bigint;--> statement-breakpoint
CREATE INDEX "versions_to_examine" ON "versions" USING btree ("examine_at","id") WHERE examine_at IS NOT NULL;