CREATE INDEX "credit_entries_single" ON "credit_entries" USING btree ("created_at") WHERE job_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_finished" ON "jobs" USING btree ("finished_at","id") WHERE finished_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "model_answers_kept" ON "model_answers" USING btree ("created_at") WHERE answer <> 'null';--> statement-breakpoint
CREATE INDEX "products_gone" ON "products" USING btree ("gone_at") WHERE gone_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "versions_closed" ON "versions" USING btree ("decided_at","id") WHERE (state = 'superseded' OR state = 'rejected') AND origin <> 'edited';--> statement-breakpoint
CREATE INDEX "versions_parent" ON "versions" USING btree ("parent_id") WHERE parent_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "write_backs_closed" ON "write_backs" USING btree ("created_at","id") WHERE state <> 'writing';