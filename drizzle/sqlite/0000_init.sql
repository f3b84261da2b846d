CREATE TABLE `product_attributes` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `product_keywords` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`name` text NOT NULL,
	`terms` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `batch_requests` (
	`shop` text NOT NULL,
	`job_id` text NOT NULL,
	`item_seq` integer NOT NULL,
	`call_no` integer NOT NULL,
	`custom_id` text NOT NULL,
	`request_hash` text NOT NULL,
	`facts_digest` text NOT NULL,
	`request` text,
	`state` text NOT NULL,
	`batch_id` text,
	`reason` text,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`shop`, `job_id`, `item_seq`, `call_no`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_requests_custom` ON `batch_requests` (`shop`,`custom_id`);--> statement-breakpoint
CREATE INDEX `batch_requests_state` ON `batch_requests` (`shop`,`job_id`,`state`,`item_seq`);--> statement-breakpoint
CREATE INDEX `batch_requests_batch` ON `batch_requests` (`shop`,`batch_id`,`state`);--> statement-breakpoint
CREATE INDEX `batch_requests_unpaid` ON `batch_requests` (`shop`,`job_id`) WHERE state = 'waiting' OR state = 'sent';--> statement-breakpoint
CREATE TABLE `model_batches` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`job_id` text NOT NULL,
	`state` text NOT NULL,
	`requests` integer NOT NULL,
	`base_url` text,
	`api_key` text,
	`file_id` text,
	`provider_id` text,
	`output_file_id` text,
	`error_file_id` text,
	`status` text,
	`answered` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`created_at` integer NOT NULL,
	`submitting_at` integer,
	`submitted_at` integer,
	`cancel_asked_at` integer,
	`closed_at` integer,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE INDEX `model_batches_job` ON `model_batches` (`shop`,`job_id`,`state`);--> statement-breakpoint
CREATE TABLE `import_children` (
	`shop` text NOT NULL,
	`import_id` text NOT NULL,
	`product_id` text NOT NULL,
	`line` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`shop`, `import_id`, `product_id`, `line`)
);
--> statement-breakpoint
CREATE TABLE `product_facets` (
	`shop` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `kind`, `value`)
);
--> statement-breakpoint
CREATE TABLE `products` (
	`row_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`shopify_id` text,
	`status` text NOT NULL,
	`updated_at` integer NOT NULL,
	`synced_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`gone_at` integer,
	`missing` integer DEFAULT 0 NOT NULL,
	`content_state` text DEFAULT 'none' NOT NULL,
	`variant_count` integer DEFAULT 0 NOT NULL,
	`facts_digest` text NOT NULL,
	`live_digest` text NOT NULL,
	`title` text NOT NULL,
	`vendor` text NOT NULL,
	`product_type` text NOT NULL,
	`handle` text NOT NULL,
	`image_url` text,
	`seo_title` text,
	`seo_description` text,
	`bullets` text,
	`added_texts` text,
	`facts` text NOT NULL,
	`variants` text NOT NULL,
	`description_html` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_shop_id` ON `products` (`shop`,`id`);--> statement-breakpoint
CREATE INDEX `products_by_update` ON `products` (`shop`,`updated_at`,`id`,`status`,`content_state`,`missing`,`gone_at`,`vendor`,`product_type`);--> statement-breakpoint
CREATE INDEX `products_by_title` ON `products` (`shop`,lower(title),`id`,`status`,`content_state`,`missing`,`gone_at`,`vendor`,`product_type`);--> statement-breakpoint
CREATE TABLE `products_seen` (
	`row_id` integer PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`import_id` text NOT NULL,
	`outranked` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `collection_products` (
	`shop` text NOT NULL,
	`collection_id` text NOT NULL,
	`product_row` integer NOT NULL,
	PRIMARY KEY(`shop`, `collection_id`, `product_row`)
);
--> statement-breakpoint
CREATE INDEX `collection_products_row` ON `collection_products` (`product_row`);--> statement-breakpoint
CREATE TABLE `collections` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`handle` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE TABLE `config_rules` (
	`shop` text NOT NULL,
	`position` integer NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`config_id` text NOT NULL,
	PRIMARY KEY(`shop`, `position`)
);
--> statement-breakpoint
CREATE INDEX `config_rules_config` ON `config_rules` (`shop`,`config_id`);--> statement-breakpoint
CREATE TABLE `config_states` (
	`shop` text NOT NULL,
	`config_id` text NOT NULL,
	`revision` integer NOT NULL,
	`change` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`config` text NOT NULL,
	`digest` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`shop`, `config_id`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `config_states_digest` ON `config_states` (`shop`,`digest`);--> statement-breakpoint
CREATE TABLE `content_configs` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`config` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `content_configs_name` ON `content_configs` (`shop`,`name`);--> statement-breakpoint
CREATE TABLE `model_answers` (
	`shop` text NOT NULL,
	`job_id` text NOT NULL,
	`item_seq` integer NOT NULL,
	`call_no` integer NOT NULL,
	`request_hash` text NOT NULL,
	`model` text NOT NULL,
	`answer` text NOT NULL,
	`tokens_in` integer NOT NULL,
	`tokens_cached` integer NOT NULL,
	`tokens_out` integer NOT NULL,
	`cost_nanos` integer,
	`created_at` integer NOT NULL,
	`spent_at` integer,
	PRIMARY KEY(`shop`, `job_id`, `item_seq`, `call_no`)
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`content_type` text NOT NULL,
	`locale` text NOT NULL,
	`market` text DEFAULT '' NOT NULL,
	`channel` text DEFAULT 'store' NOT NULL,
	`state` text NOT NULL,
	`origin` text NOT NULL,
	`body` text NOT NULL,
	`warnings` text NOT NULL,
	`blocked` integer NOT NULL,
	`evidence` text NOT NULL,
	`base` text,
	`base_digest` text NOT NULL,
	`facts_digest` text NOT NULL,
	`config_digest` text NOT NULL,
	`parent_id` text,
	`job_id` text,
	`item_seq` integer,
	`model` text,
	`prompt_hash` text,
	`tokens_in` integer DEFAULT 0 NOT NULL,
	`tokens_out` integer DEFAULT 0 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`overridden` integer DEFAULT false NOT NULL,
	`published_at` integer
);
--> statement-breakpoint
CREATE INDEX `versions_product` ON `versions` (`shop`,`product_id`,`content_type`,`locale`,`created_at`);--> statement-breakpoint
CREATE INDEX `versions_state` ON `versions` (`shop`,`product_id`,`state`,`blocked`);--> statement-breakpoint
CREATE INDEX `versions_job` ON `versions` (`job_id`,`item_seq`);--> statement-breakpoint
CREATE INDEX `versions_config` ON `versions` (`shop`,`config_digest`);--> statement-breakpoint
CREATE TABLE `shop_content_types` (
	`shop` text NOT NULL,
	`name` text NOT NULL,
	`added` text,
	`slot` integer,
	`published` integer DEFAULT true NOT NULL,
	`removed_at` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `name`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shop_content_types_slot` ON `shop_content_types` (`shop`,`slot`);--> statement-breakpoint
CREATE TABLE `credit_accounts` (
	`shop` text PRIMARY KEY NOT NULL,
	`balance` integer DEFAULT 0 NOT NULL,
	`granted` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`kind` text NOT NULL,
	`credits` integer NOT NULL,
	`job_id` text,
	`item_seq` integer,
	`round` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `credit_entries_shop` ON `credit_entries` (`shop`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `credit_entries_once` ON `credit_entries` (`shop`,`job_id`,`item_seq`,`kind`,`round`) WHERE job_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `credit_runs` (
	`shop` text NOT NULL,
	`job_id` text NOT NULL,
	`agent_model` text NOT NULL,
	`content_types` text NOT NULL,
	`item_credits` integer NOT NULL,
	`charged` integer DEFAULT 0 NOT NULL,
	`calls` integer DEFAULT 0 NOT NULL,
	`tokens_in` integer DEFAULT 0 NOT NULL,
	`tokens_cached` integer DEFAULT 0 NOT NULL,
	`tokens_out` integer DEFAULT 0 NOT NULL,
	`calls_ms` integer DEFAULT 0 NOT NULL,
	`timed_calls` integer DEFAULT 0 NOT NULL,
	`cost_nanos` integer DEFAULT 0 NOT NULL,
	`unpriced_calls` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer,
	PRIMARY KEY(`shop`, `job_id`)
);
--> statement-breakpoint
CREATE INDEX `credit_runs_recent` ON `credit_runs` (`shop`,`created_at`);--> statement-breakpoint
CREATE INDEX `credit_runs_open` ON `credit_runs` (`shop`) WHERE settled_at IS NULL;--> statement-breakpoint
CREATE TABLE `spend_days` (
	`shop` text NOT NULL,
	`day` integer NOT NULL,
	`credits` integer DEFAULT 0 NOT NULL,
	`calls` integer DEFAULT 0 NOT NULL,
	`cost_nanos` integer DEFAULT 0 NOT NULL,
	`unpriced_calls` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`shop`, `day`)
);
--> statement-breakpoint
CREATE TABLE `spend_settings` (
	`shop` text PRIMARY KEY NOT NULL,
	`daily_cost_cap_nanos` integer,
	`daily_credits_cap` integer,
	`model_prices` text DEFAULT '{}' NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`kind` text NOT NULL,
	`product_id` text NOT NULL,
	`content_type` text NOT NULL,
	`locale` text NOT NULL,
	`config_digest` text NOT NULL,
	`model` text,
	`job_id` text,
	`version_id` text,
	`initial` text NOT NULL,
	`corrected` text,
	`comment` text,
	`exemplary` integer NOT NULL,
	`product_title` text NOT NULL,
	`product_type` text NOT NULL,
	`vendor` text NOT NULL,
	`created_by` text,
	`said_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `feedback_examples` ON `feedback` (`shop`,`kind`,`exemplary`,`config_digest`,`content_type`,`locale`,`created_at`);--> statement-breakpoint
CREATE INDEX `feedback_period` ON `feedback` (`shop`,`created_at`);--> statement-breakpoint
CREATE INDEX `feedback_version` ON `feedback` (`shop`,`version_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `glossaries` (
	`shop` text PRIMARY KEY NOT NULL,
	`terms` text NOT NULL,
	`digest` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text
);
--> statement-breakpoint
CREATE TABLE `job_items` (
	`job_id` text NOT NULL,
	`seq` integer NOT NULL,
	`shop` text NOT NULL,
	`kind` text NOT NULL,
	`priority` integer NOT NULL,
	`subject` text NOT NULL,
	`status` text DEFAULT 'queued' NOT NULL,
	`payload` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`deaths` integer DEFAULT 0 NOT NULL,
	`run_at` integer NOT NULL,
	`lease_token` text,
	`lease_until` integer,
	`exclusive_key` text,
	`park_reason` text,
	`checkpoint` text,
	`progress` text,
	`result` text,
	`code` text,
	`message` text,
	`finished_at` integer,
	PRIMARY KEY(`job_id`, `seq`),
	FOREIGN KEY (`job_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_items_queued` ON `job_items` (`job_id`,`run_at`,`seq`) WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX `job_items_running` ON `job_items` (`shop`,`lease_until`) WHERE status = 'processing';--> statement-breakpoint
CREATE UNIQUE INDEX `job_items_exclusive` ON `job_items` (`shop`,`exclusive_key`) WHERE status = 'processing' AND exclusive_key IS NOT NULL;--> statement-breakpoint
CREATE INDEX `job_items_odd` ON `job_items` (`job_id`,`status`,`seq`) WHERE status = 'failed' OR status = 'conflict' OR status = 'parked' OR status = 'cancelled';--> statement-breakpoint
CREATE INDEX `job_items_subject` ON `job_items` (`shop`,`subject`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`kind` text NOT NULL,
	`status` text DEFAULT 'queued' NOT NULL,
	`title` text NOT NULL,
	`payload` text NOT NULL,
	`priority` integer NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`conflict` integer DEFAULT 0 NOT NULL,
	`cancelled` integer DEFAULT 0 NOT NULL,
	`message` text,
	`created_by` text,
	`external_tracking_id` text,
	`cancel_requested_at` integer,
	`created_at` integer NOT NULL,
	`opened_at` integer,
	`next_run_at` integer,
	`claimed_at` integer,
	`park_reason` text,
	`started_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `jobs_shop` ON `jobs` (`shop`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_shop_status` ON `jobs` (`shop`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_runnable` ON `jobs` (`shop`,`priority`,`created_at`,`id`,`next_run_at`) WHERE next_run_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `jobs_next_run` ON `jobs` (`next_run_at`) WHERE next_run_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `jobs_claimed` ON `jobs` (`shop`,`claimed_at`);--> statement-breakpoint
CREATE INDEX `jobs_unfinished` ON `jobs` (`created_at`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE TABLE `workers` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `conflicts` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`content_type` text NOT NULL,
	`locale` text NOT NULL,
	`version_id` text NOT NULL,
	`base` text,
	`theirs` text,
	`ours` text NOT NULL,
	`detected_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`, `content_type`, `locale`)
);
--> statement-breakpoint
CREATE TABLE `write_backs` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`job_id` text,
	`item_seq` integer,
	`undoes` text,
	`state` text NOT NULL,
	`fields` text NOT NULL,
	`message` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`written_at` integer
);
--> statement-breakpoint
CREATE INDEX `write_backs_product` ON `write_backs` (`shop`,`product_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `write_backs_job` ON `write_backs` (`job_id`);--> statement-breakpoint
CREATE INDEX `write_backs_open` ON `write_backs` (`created_at`) WHERE state = 'writing';--> statement-breakpoint
CREATE TABLE `parks` (
	`shop` text NOT NULL,
	`reason` text NOT NULL,
	`message` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`shop`, `reason`)
);
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`shop` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `id`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`state` text NOT NULL,
	`is_online` integer NOT NULL,
	`scope` text,
	`access_token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`refresh_token` text NOT NULL,
	`refresh_token_expires_at` integer NOT NULL,
	`refresh_lease` text,
	`refresh_lease_until` integer,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_shop` ON `sessions` (`shop`);--> statement-breakpoint
CREATE INDEX `sessions_refresh_expiry` ON `sessions` (`refresh_token_expires_at`);--> statement-breakpoint
CREATE TABLE `shop_settings` (
	`shop` text PRIMARY KEY NOT NULL,
	`model_base_url` text,
	`model_api_key` text,
	`model_v1` text,
	`model_v2` text,
	`model_images` text DEFAULT 'address' NOT NULL,
	`concurrency` integer DEFAULT 8 NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shops` (
	`shop` text PRIMARY KEY NOT NULL,
	`name` text,
	`currency` text,
	`primary_locale` text DEFAULT 'en' NOT NULL,
	`locales` text DEFAULT '["en"]' NOT NULL,
	`auth_state` text DEFAULT 'ok' NOT NULL,
	`installed_at` integer NOT NULL,
	`uninstalled_at` integer,
	`imported_at` integer
);
--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`shop` text NOT NULL,
	`topic` text NOT NULL,
	`webhook_id` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `topic`, `webhook_id`)
);
--> statement-breakpoint
CREATE INDEX `webhook_events_received` ON `webhook_events` (`received_at`);--> statement-breakpoint
CREATE TABLE `products_marked` (
	`row_id` integer PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`marked` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `text_marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`shop` text NOT NULL,
	`product_row` integer NOT NULL,
	`content_type` text NOT NULL,
	`version_id` text,
	`group_key` integer,
	`whole` integer NOT NULL,
	`band1` integer,
	`band2` integer,
	`band3` integer,
	`band4` integer,
	`band5` integer,
	`band6` integer
);
--> statement-breakpoint
CREATE INDEX `text_marks_product` ON `text_marks` (`product_row`);--> statement-breakpoint
CREATE INDEX `text_marks_whole` ON `text_marks` (`whole`);--> statement-breakpoint
CREATE INDEX `text_marks_band1` ON `text_marks` (`band1`) WHERE band1 IS NOT NULL;--> statement-breakpoint
CREATE INDEX `text_marks_band2` ON `text_marks` (`band2`) WHERE band2 IS NOT NULL;--> statement-breakpoint
CREATE INDEX `text_marks_band3` ON `text_marks` (`band3`) WHERE band3 IS NOT NULL;--> statement-breakpoint
CREATE INDEX `text_marks_band4` ON `text_marks` (`band4`) WHERE band4 IS NOT NULL;--> statement-breakpoint
CREATE INDEX `text_marks_band5` ON `text_marks` (`band5`) WHERE band5 IS NOT NULL;--> statement-breakpoint
CREATE INDEX `text_marks_band6` ON `text_marks` (`band6`) WHERE band6 IS NOT NULL;