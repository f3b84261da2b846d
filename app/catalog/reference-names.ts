/** What a resource that a metafield points to is called; null when it is not known or says nothing. Takes its gid. */
export type NameOf = (gid: string) => string | null;

export const noNames: NameOf = () => null;
