ALTER TABLE `versions` ADD `resource` text DEFAULT 'product' NOT NULL;--> statement-breakpoint
UPDATE `versions` SET `resource` = 'MediaImage/' || substr(`content_type`, 11), `content_type` = 'image_alt'
	WHERE content_type LIKE 'image_alt%' AND length(content_type) > 10 AND substr(content_type, 11) NOT GLOB '*[^0-9]*';--> statement-breakpoint
DROP INDEX `versions_image`;--> statement-breakpoint
DROP INDEX `versions_product`;--> statement-breakpoint
CREATE INDEX `versions_resource` ON `versions` (`shop`,`resource`) WHERE resource <> 'product';--> statement-breakpoint
CREATE INDEX `versions_product` ON `versions` (`shop`,`product_id`,`content_type`,`resource`,`locale`,`created_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_conflicts` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`resource` text DEFAULT 'product' NOT NULL,
	`content_type` text NOT NULL,
	`locale` text NOT NULL,
	`market` text DEFAULT '' NOT NULL,
	`channel` text DEFAULT 'store' NOT NULL,
	`version_id` text NOT NULL,
	`base` text,
	`theirs` text,
	`ours` text NOT NULL,
	`detected_at` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`shop`, `product_id`, `content_type`, `resource`, `locale`, `market`, `channel`)
);
--> statement-breakpoint
INSERT INTO `__new_conflicts`("shop", "product_id", "content_type", "locale", "version_id", "base", "theirs", "ours", "detected_at", "reason") SELECT "shop", "product_id", "content_type", "locale", "version_id", "base", "theirs", "ours", "detected_at", "reason" FROM `conflicts`;--> statement-breakpoint
DROP TABLE `conflicts`;--> statement-breakpoint
ALTER TABLE `__new_conflicts` RENAME TO `conflicts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
UPDATE `conflicts` SET `resource` = 'MediaImage/' || substr(`content_type`, 11), `content_type` = 'image_alt'
	WHERE content_type LIKE 'image_alt%' AND length(content_type) > 10 AND substr(content_type, 11) NOT GLOB '*[^0-9]*';--> statement-breakpoint
ALTER TABLE `write_backs` ADD `writer` text DEFAULT 'product' NOT NULL;--> statement-breakpoint
UPDATE `write_backs` SET `fields` = (
	SELECT json_group_array(json_remove(json_set(f.value,
			'$.slot', CASE
				WHEN f.value ->> '$.contentType' LIKE 'image_alt%' AND length(f.value ->> '$.contentType') > 10
						AND substr(f.value ->> '$.contentType', 11) NOT GLOB '*[^0-9]*'
					THEN json_object('resource', 'MediaImage/' || substr(f.value ->> '$.contentType', 11), 'field', 'image_alt')
				ELSE json_object('resource', 'product', 'field', f.value ->> '$.contentType') END,
			'$.target', json_object('locale', f.value ->> '$.locale', 'market', '', 'channel', 'store')),
		'$.contentType', '$.locale') ORDER BY f.key)
	FROM json_each(`write_backs`.`fields`) AS f);--> statement-breakpoint
ALTER TABLE `feedback` ADD `resource` text DEFAULT 'product' NOT NULL;--> statement-breakpoint
ALTER TABLE `feedback` ADD `market` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `feedback` ADD `channel` text DEFAULT 'store' NOT NULL;--> statement-breakpoint
UPDATE `feedback` SET `resource` = 'MediaImage/' || substr(`content_type`, 11), `content_type` = 'image_alt'
	WHERE content_type LIKE 'image_alt%' AND length(content_type) > 10 AND substr(content_type, 11) NOT GLOB '*[^0-9]*';--> statement-breakpoint
UPDATE `feedback` SET `resource` = coalesce((
		SELECT v.resource FROM `versions` AS v WHERE v.id = `feedback`.`version_id` AND v.shop = `feedback`.`shop`), 'product')
	WHERE content_type = 'image_alt' AND resource = 'product';
