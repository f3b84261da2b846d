CREATE TABLE "batch_requests" (
	"shop" text NOT NULL,
	"job_id" text NOT NULL,
	"item_seq" bigint NOT NULL,
	"call_no" bigint NOT NULL,
	"custom_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"facts_digest" text NOT NULL,
	"request" jsonb,
	"state" text NOT NULL,
	"batch_id" text,
	"reason" text,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	CONSTRAINT "batch_requests_shop_job_id_item_seq_call_no_pk" PRIMARY KEY("shop","job_id","item_seq","call_no")
);
--> statement-breakpoint
CREATE TABLE "collection_products" (
	"shop" text NOT NULL,
	"collection_id" text NOT NULL,
	"product_row" bigint NOT NULL,
	CONSTRAINT "collection_products_shop_collection_id_product_row_pk" PRIMARY KEY("shop","collection_id","product_row")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"handle" text NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "collections_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "config_rules" (
	"shop" text NOT NULL,
	"position" bigint NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"config_id" text NOT NULL,
	CONSTRAINT "config_rules_shop_position_pk" PRIMARY KEY("shop","position")
);
--> statement-breakpoint
CREATE TABLE "config_states" (
	"shop" text NOT NULL,
	"config_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"change" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"config" jsonb NOT NULL,
	"digest" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text,
	CONSTRAINT "config_states_shop_config_id_revision_pk" PRIMARY KEY("shop","config_id","revision")
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"content_type" text NOT NULL,
	"locale" text NOT NULL,
	"version_id" text NOT NULL,
	"base" jsonb,
	"theirs" jsonb,
	"ours" jsonb NOT NULL,
	"detected_at" bigint NOT NULL,
	CONSTRAINT "conflicts_shop_product_id_content_type_locale_pk" PRIMARY KEY("shop","product_id","content_type","locale")
);
--> statement-breakpoint
CREATE TABLE "content_configs" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"config" jsonb NOT NULL,
	"digest" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text,
	CONSTRAINT "content_configs_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "credit_accounts" (
	"shop" text PRIMARY KEY NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	"granted" bigint,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"kind" text NOT NULL,
	"credits" bigint NOT NULL,
	"job_id" text,
	"item_seq" bigint,
	"round" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit_runs" (
	"shop" text NOT NULL,
	"job_id" text NOT NULL,
	"agent_model" text NOT NULL,
	"content_types" text NOT NULL,
	"item_credits" bigint NOT NULL,
	"charged" bigint DEFAULT 0 NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	"tokens_in" bigint DEFAULT 0 NOT NULL,
	"tokens_cached" bigint DEFAULT 0 NOT NULL,
	"tokens_out" bigint DEFAULT 0 NOT NULL,
	"calls_ms" bigint DEFAULT 0 NOT NULL,
	"timed_calls" bigint DEFAULT 0 NOT NULL,
	"cost_nanos" bigint DEFAULT 0 NOT NULL,
	"unpriced_calls" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint,
	CONSTRAINT "credit_runs_shop_job_id_pk" PRIMARY KEY("shop","job_id")
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"kind" text NOT NULL,
	"product_id" text NOT NULL,
	"content_type" text NOT NULL,
	"locale" text NOT NULL,
	"config_digest" text NOT NULL,
	"model" text,
	"job_id" text,
	"version_id" text,
	"initial" jsonb NOT NULL,
	"corrected" jsonb,
	"comment" text,
	"exemplary" boolean NOT NULL,
	"product_title" text NOT NULL,
	"product_type" text NOT NULL,
	"vendor" text NOT NULL,
	"created_by" text,
	"said_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "glossaries" (
	"shop" text PRIMARY KEY NOT NULL,
	"terms" jsonb NOT NULL,
	"digest" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
CREATE TABLE "import_children" (
	"shop" text NOT NULL,
	"import_id" text NOT NULL,
	"product_id" text NOT NULL,
	"line" bigint NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "import_children_shop_import_id_product_id_line_pk" PRIMARY KEY("shop","import_id","product_id","line")
);
--> statement-breakpoint
CREATE TABLE "job_items" (
	"job_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"shop" text NOT NULL,
	"kind" text NOT NULL,
	"priority" bigint NOT NULL,
	"subject" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"payload" jsonb,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"deaths" bigint DEFAULT 0 NOT NULL,
	"run_at" bigint NOT NULL,
	"lease_token" text,
	"lease_until" bigint,
	"exclusive_key" text,
	"park_reason" text,
	"checkpoint" jsonb,
	"progress" jsonb,
	"result" jsonb,
	"code" text,
	"message" text,
	"finished_at" bigint,
	CONSTRAINT "job_items_job_id_seq_pk" PRIMARY KEY("job_id","seq")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"title" text NOT NULL,
	"payload" jsonb NOT NULL,
	"priority" bigint NOT NULL,
	"total" bigint NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"conflict" bigint DEFAULT 0 NOT NULL,
	"cancelled" bigint DEFAULT 0 NOT NULL,
	"message" text,
	"created_by" text,
	"external_tracking_id" text,
	"cancel_requested_at" bigint,
	"created_at" bigint NOT NULL,
	"opened_at" bigint,
	"next_run_at" bigint,
	"claimed_at" bigint,
	"park_reason" text,
	"started_at" bigint,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "model_answers" (
	"shop" text NOT NULL,
	"job_id" text NOT NULL,
	"item_seq" bigint NOT NULL,
	"call_no" bigint NOT NULL,
	"request_hash" text NOT NULL,
	"model" text NOT NULL,
	"answer" jsonb NOT NULL,
	"tokens_in" bigint NOT NULL,
	"tokens_cached" bigint NOT NULL,
	"tokens_out" bigint NOT NULL,
	"cost_nanos" bigint,
	"created_at" bigint NOT NULL,
	"spent_at" bigint,
	CONSTRAINT "model_answers_shop_job_id_item_seq_call_no_pk" PRIMARY KEY("shop","job_id","item_seq","call_no")
);
--> statement-breakpoint
CREATE TABLE "model_batches" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"job_id" text NOT NULL,
	"state" text NOT NULL,
	"requests" bigint NOT NULL,
	"base_url" text,
	"api_key" text,
	"file_id" text,
	"provider_id" text,
	"output_file_id" text,
	"error_file_id" text,
	"status" text,
	"answered" bigint DEFAULT 0 NOT NULL,
	"refused" bigint DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" bigint NOT NULL,
	"submitting_at" bigint,
	"submitted_at" bigint,
	"cancel_asked_at" bigint,
	"closed_at" bigint,
	CONSTRAINT "model_batches_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "parks" (
	"shop" text NOT NULL,
	"reason" text NOT NULL,
	"message" text NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "parks_shop_reason_pk" PRIMARY KEY("shop","reason")
);
--> statement-breakpoint
CREATE TABLE "product_attributes" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "product_attributes_shop_product_id_name_pk" PRIMARY KEY("shop","product_id","name")
);
--> statement-breakpoint
CREATE TABLE "product_facets" (
	"shop" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "product_facets_shop_kind_value_pk" PRIMARY KEY("shop","kind","value")
);
--> statement-breakpoint
CREATE TABLE "product_keywords" (
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"terms" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "product_keywords_shop_product_id_name_pk" PRIMARY KEY("shop","product_id","name")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"row_id" bigserial PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"shopify_id" text,
	"status" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"synced_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"gone_at" bigint,
	"missing" bigint DEFAULT 0 NOT NULL,
	"content_state" text DEFAULT 'none' NOT NULL,
	"variant_count" bigint DEFAULT 0 NOT NULL,
	"facts_digest" text NOT NULL,
	"live_digest" text NOT NULL,
	"title" text NOT NULL,
	"vendor" text NOT NULL,
	"product_type" text NOT NULL,
	"handle" text NOT NULL,
	"image_url" text,
	"seo_title" text,
	"seo_description" text,
	"bullets" jsonb,
	"added_texts" jsonb,
	"facts" jsonb NOT NULL,
	"variants" jsonb NOT NULL,
	"description_html" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products_marked" (
	"row_id" bigint PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"marked" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products_seen" (
	"row_id" bigint PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"import_id" text NOT NULL,
	"outranked" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"shop" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"position" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "saved_views_shop_id_pk" PRIMARY KEY("shop","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"state" text NOT NULL,
	"is_online" boolean NOT NULL,
	"scope" text,
	"access_token" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"refresh_token" text NOT NULL,
	"refresh_token_expires_at" bigint NOT NULL,
	"refresh_lease" text,
	"refresh_lease_until" bigint,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop_content_types" (
	"shop" text NOT NULL,
	"name" text NOT NULL,
	"added" jsonb,
	"slot" bigint,
	"published" boolean DEFAULT true NOT NULL,
	"removed_at" bigint,
	"created_by" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "shop_content_types_shop_name_pk" PRIMARY KEY("shop","name")
);
--> statement-breakpoint
CREATE TABLE "shop_settings" (
	"shop" text PRIMARY KEY NOT NULL,
	"model_base_url" text,
	"model_api_key" text,
	"model_v1" text,
	"model_v2" text,
	"model_images" text DEFAULT 'address' NOT NULL,
	"concurrency" bigint DEFAULT 8 NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"shop" text PRIMARY KEY NOT NULL,
	"name" text,
	"currency" text,
	"primary_locale" text DEFAULT 'en' NOT NULL,
	"locales" jsonb DEFAULT '["en"]'::jsonb NOT NULL,
	"auth_state" text DEFAULT 'ok' NOT NULL,
	"installed_at" bigint NOT NULL,
	"uninstalled_at" bigint,
	"imported_at" bigint
);
--> statement-breakpoint
CREATE TABLE "spend_days" (
	"shop" text NOT NULL,
	"day" bigint NOT NULL,
	"credits" bigint DEFAULT 0 NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	"cost_nanos" bigint DEFAULT 0 NOT NULL,
	"unpriced_calls" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "spend_days_shop_day_pk" PRIMARY KEY("shop","day")
);
--> statement-breakpoint
CREATE TABLE "spend_settings" (
	"shop" text PRIMARY KEY NOT NULL,
	"daily_cost_cap_nanos" bigint,
	"daily_credits_cap" bigint,
	"model_prices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "text_marks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"product_row" bigint NOT NULL,
	"content_type" text NOT NULL,
	"version_id" text,
	"group_key" bigint,
	"whole" bigint NOT NULL,
	"band1" bigint,
	"band2" bigint,
	"band3" bigint,
	"band4" bigint,
	"band5" bigint,
	"band6" bigint
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"content_type" text NOT NULL,
	"locale" text NOT NULL,
	"market" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT 'store' NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"body" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	"blocked" boolean NOT NULL,
	"evidence" jsonb NOT NULL,
	"base" jsonb,
	"base_digest" text NOT NULL,
	"facts_digest" text NOT NULL,
	"config_digest" text NOT NULL,
	"parent_id" text,
	"job_id" text,
	"item_seq" bigint,
	"model" text,
	"prompt_hash" text,
	"tokens_in" bigint DEFAULT 0 NOT NULL,
	"tokens_out" bigint DEFAULT 0 NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"overridden" boolean DEFAULT false NOT NULL,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"shop" text NOT NULL,
	"topic" text NOT NULL,
	"webhook_id" text NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "webhook_events_shop_topic_webhook_id_pk" PRIMARY KEY("shop","topic","webhook_id")
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_backs" (
	"id" text PRIMARY KEY NOT NULL,
	"shop" text NOT NULL,
	"product_id" text NOT NULL,
	"job_id" text,
	"item_seq" bigint,
	"undoes" text,
	"state" text NOT NULL,
	"fields" jsonb NOT NULL,
	"message" text,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"written_at" bigint
);
--> statement-breakpoint
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "batch_requests_custom" ON "batch_requests" USING btree ("shop","custom_id");--> statement-breakpoint
CREATE INDEX "batch_requests_state" ON "batch_requests" USING btree ("shop","job_id","state","item_seq");--> statement-breakpoint
CREATE INDEX "batch_requests_batch" ON "batch_requests" USING btree ("shop","batch_id","state");--> statement-breakpoint
CREATE INDEX "batch_requests_unpaid" ON "batch_requests" USING btree ("shop","job_id") WHERE state = 'waiting' OR state = 'sent';--> statement-breakpoint
CREATE INDEX "collection_products_row" ON "collection_products" USING btree ("product_row");--> statement-breakpoint
CREATE INDEX "config_rules_config" ON "config_rules" USING btree ("shop","config_id");--> statement-breakpoint
CREATE INDEX "config_states_digest" ON "config_states" USING btree ("shop","digest");--> statement-breakpoint
CREATE UNIQUE INDEX "content_configs_name" ON "content_configs" USING btree ("shop","name");--> statement-breakpoint
CREATE INDEX "credit_entries_shop" ON "credit_entries" USING btree ("shop","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_entries_once" ON "credit_entries" USING btree ("shop","job_id","item_seq","kind","round") WHERE job_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "credit_runs_recent" ON "credit_runs" USING btree ("shop","created_at");--> statement-breakpoint
CREATE INDEX "credit_runs_open" ON "credit_runs" USING btree ("shop") WHERE settled_at IS NULL;--> statement-breakpoint
CREATE INDEX "feedback_examples" ON "feedback" USING btree ("shop","kind","exemplary","config_digest","content_type","locale","created_at");--> statement-breakpoint
CREATE INDEX "feedback_period" ON "feedback" USING btree ("shop","created_at");--> statement-breakpoint
CREATE INDEX "feedback_version" ON "feedback" USING btree ("shop","version_id","created_at");--> statement-breakpoint
CREATE INDEX "job_items_queued" ON "job_items" USING btree ("job_id","run_at","seq") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "job_items_running" ON "job_items" USING btree ("shop","lease_until") WHERE status = 'processing';--> statement-breakpoint
CREATE UNIQUE INDEX "job_items_exclusive" ON "job_items" USING btree ("shop","exclusive_key") WHERE status = 'processing' AND exclusive_key IS NOT NULL;--> statement-breakpoint
CREATE INDEX "job_items_odd" ON "job_items" USING btree ("job_id","status","seq") WHERE status = 'failed' OR status = 'conflict' OR status = 'parked' OR status = 'cancelled';--> statement-breakpoint
CREATE INDEX "job_items_subject" ON "job_items" USING btree ("shop","subject");--> statement-breakpoint
CREATE INDEX "jobs_shop" ON "jobs" USING btree ("shop","created_at","id");--> statement-breakpoint
CREATE INDEX "jobs_shop_status" ON "jobs" USING btree ("shop","status","created_at","id");--> statement-breakpoint
CREATE INDEX "jobs_runnable" ON "jobs" USING btree ("shop","priority","created_at","id","next_run_at") WHERE next_run_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_next_run" ON "jobs" USING btree ("next_run_at") WHERE next_run_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "jobs_claimed" ON "jobs" USING btree ("shop","claimed_at");--> statement-breakpoint
CREATE INDEX "jobs_unfinished" ON "jobs" USING btree ("created_at") WHERE finished_at IS NULL;--> statement-breakpoint
CREATE INDEX "model_batches_job" ON "model_batches" USING btree ("shop","job_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "products_shop_id" ON "products" USING btree ("shop","id");--> statement-breakpoint
CREATE INDEX "products_by_update" ON "products" USING btree ("shop","updated_at","id","status","content_state","missing","gone_at","vendor","product_type");--> statement-breakpoint
CREATE INDEX "products_by_title" ON "products" USING btree ("shop",lower(title),"id","status","content_state","missing","gone_at","vendor","product_type");--> statement-breakpoint
CREATE INDEX "sessions_shop" ON "sessions" USING btree ("shop");--> statement-breakpoint
CREATE INDEX "sessions_refresh_expiry" ON "sessions" USING btree ("refresh_token_expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "shop_content_types_slot" ON "shop_content_types" USING btree ("shop","slot");--> statement-breakpoint
CREATE INDEX "text_marks_product" ON "text_marks" USING btree ("product_row");--> statement-breakpoint
CREATE INDEX "text_marks_whole" ON "text_marks" USING btree ("whole");--> statement-breakpoint
CREATE INDEX "text_marks_band1" ON "text_marks" USING btree ("band1") WHERE band1 IS NOT NULL;--> statement-breakpoint
CREATE INDEX "text_marks_band2" ON "text_marks" USING btree ("band2") WHERE band2 IS NOT NULL;--> statement-breakpoint
CREATE INDEX "text_marks_band3" ON "text_marks" USING btree ("band3") WHERE band3 IS NOT NULL;--> statement-breakpoint
CREATE INDEX "text_marks_band4" ON "text_marks" USING btree ("band4") WHERE band4 IS NOT NULL;--> statement-breakpoint
CREATE INDEX "text_marks_band5" ON "text_marks" USING btree ("band5") WHERE band5 IS NOT NULL;--> statement-breakpoint
CREATE INDEX "text_marks_band6" ON "text_marks" USING btree ("band6") WHERE band6 IS NOT NULL;--> statement-breakpoint
CREATE INDEX "versions_product" ON "versions" USING btree ("shop","product_id","content_type","locale","created_at");--> statement-breakpoint
CREATE INDEX "versions_state" ON "versions" USING btree ("shop","product_id","state","blocked");--> statement-breakpoint
CREATE INDEX "versions_job" ON "versions" USING btree ("job_id","item_seq");--> statement-breakpoint
CREATE INDEX "versions_config" ON "versions" USING btree ("shop","config_digest");--> statement-breakpoint
CREATE INDEX "webhook_events_received" ON "webhook_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "write_backs_product" ON "write_backs" USING btree ("shop","product_id","created_at");--> statement-breakpoint
CREATE INDEX "write_backs_job" ON "write_backs" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "write_backs_open" ON "write_backs" USING btree ("created_at") WHERE state = 'writing';