ALTER TABLE "conflicts" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "whole_at" bigint;