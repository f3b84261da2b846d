CREATE TABLE "dismissed_ends" (
	"shop" text NOT NULL,
	"person" text NOT NULL,
	"job_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "dismissed_ends_shop_person_job_id_pk" PRIMARY KEY("shop","person","job_id")
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "held_at" bigint;--> statement-breakpoint
ALTER TABLE "dismissed_ends" ADD CONSTRAINT "dismissed_ends_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dismissed_ends_job" ON "dismissed_ends" USING btree ("job_id");