import type { ReactNode } from "react";

/** A page outside of the app's own frame of Polaris: before somebody is known, or when nothing else can be shown. */
export function AuthPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      style={{ fontFamily: "var(--p-font-family-sans)", maxWidth: "36rem", margin: "4rem auto", padding: "0 1rem" }}
    >
      <h1>{title}</h1>
      {children}
    </main>
  );
}
