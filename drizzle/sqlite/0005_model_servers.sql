CREATE TABLE `model_servers` (
	`shop` text NOT NULL,
	`server` text NOT NULL,
	`model` text NOT NULL,
	`traits` text NOT NULL,
	`learned_at` integer NOT NULL,
	PRIMARY KEY(`shop`, `server`, `model`)
);
