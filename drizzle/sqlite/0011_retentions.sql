CREATE INDEX `products_gone` ON `products` (`gone_at`) WHERE gone_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `model_answers_kept` ON `model_answers` (`created_at`) WHERE answer <> 'null';--> statement-breakpoint
CREATE INDEX `versions_closed` ON `versions` (`decided_at`,`id`) WHERE (state = 'superseded' OR state = 'rejected') AND origin <> 'edited';--> statement-breakpoint
CREATE INDEX `versions_parent` ON `versions` (`parent_id`) WHERE parent_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `credit_entries_single` ON `credit_entries` (`created_at`) WHERE job_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `jobs_finished` ON `jobs` (`finished_at`,`id`) WHERE finished_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `write_backs_closed` ON `write_backs` (`created_at`,`id`) WHERE state <> 'writing';