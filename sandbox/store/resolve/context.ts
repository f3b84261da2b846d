import type { DocumentNode } from "graphql";
import type { BulkProgress } from "../bulk/operations.ts";
import type { Connection, PageArgs } from "../connection.ts";
import { paginate } from "../connection.ts";
import type { SandboxApp } from "../sandbox-app.ts";
import type { ShopState } from "../shop-state.ts";

/** What a field of the Admin API may look at. */
export interface Context {
  shop: ShopState;
  app: SandboxApp;
  scopes: ReadonlySet<string>;
  /** Number of the app, as in `app--{id}--reviews`. */
  appId: number;
  /** `http://localhost:<port>` of the store itself: images are served there. */
  storeUrl: string;
  /** The kind of the first of these faults that strikes now. */
  strike(operation: string, kinds: readonly string[]): string | undefined;
  /** Tells subscribers that a product changed. */
  notify(topic: "products/create" | "products/update" | "products/delete", productId: number): void;
  /** Tells subscribers of something that is no product; nobody is told of a changed translation. */
  tell(topic: string, payload: () => unknown): void;
  /** Carries bulk operations out: given from outside, since they read all the fields that are described beside them. */
  bulkRunners: BulkRunners;
  /** Tells the app that it was removed, and forgets its tokens. */
  uninstall(): void;
}

export interface BulkRunners {
  /** Throws when a selected field is not modelled. */
  query(context: Context, query: string, group: boolean): (progress: BulkProgress) => Promise<void>;
  mutation(context: Context, document: DocumentNode, lines: string): (progress: BulkProgress) => Promise<void>;
}

export type Args = Record<string, unknown>;
export type Resolver<S> = (source: S, args: Args, context: Context) => unknown;
/** Fields of one type. A field that is missing here is not modelled: asking for it is an error. */
export type Fields<S> = Record<string, Resolver<S>>;

/** A connection: bulk operations read all of its items, queries a page of them. */
export interface ConnectionField<S, T> {
  items(source: S, args: Args, context: Context): Iterable<T>;
  page(source: S, args: Args, context: Context): Connection<T>;
}

/** A connection over a list that is at hand as a whole. */
export function listField<S, T>(
  read: (source: S, args: Args, context: Context) => readonly T[],
  idOf: (item: T) => number | string,
  limit = 250,
): ConnectionField<S, T> {
  return {
    items: (source, args, context) => {
      const list = read(source, args, context);
      return args.reverse ? [...list].reverse() : list;
    },
    page: (source, args, context) => paginate(read(source, args, context), args as PageArgs, idOf, limit),
  };
}

/** All that is modelled of one type. */
export interface TypeModel<S> {
  fields: Fields<S>;
  connections?: Record<string, ConnectionField<S, unknown>>;
}

/** Forgets the source type so that models of different types fit one table. */
export function model<S>(fields: Fields<S>, connections: Record<string, unknown> = {}): TypeModel<never> {
  return { fields, connections } as unknown as TypeModel<never>;
}
