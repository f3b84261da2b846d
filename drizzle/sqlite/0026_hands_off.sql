CREATE TABLE `hands_off` (
	`shop` text NOT NULL,
	`product_id` text NOT NULL,
	`set_by` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`shop`, `product_id`)
);
