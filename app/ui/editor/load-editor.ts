import { useEffect, useState } from "react";

type Loaded = Awaited<ReturnType<typeof fetchEditor>>;

let loading: Promise<Loaded> | null = null;
let loaded: Loaded | null = null;

async function fetchEditor() {
  const { LiveEditor, holds } = await import("./live-editor.tsx");
  return { LiveEditor, holds };
}

/** Fetches the editor's code, once; asked for again after a failure. A page that may need it asks early, so that it opens at once. */
export function loadEditor(): Promise<Loaded> {
  loading ??= fetchEditor().then(
    (editor) => {
      loaded = editor;
      return editor;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** The editor's code; null while it comes, `failed` when it does not. */
export function useLoadedEditor(): Loaded | "failed" | null {
  const [now, setNow] = useState<Loaded | "failed" | null>(loaded);
  useEffect(() => {
    let gone = false;
    loadEditor().then(
      (editor) => gone || setNow(editor),
      () => gone || setNow("failed"),
    );
    return () => {
      gone = true;
    };
  }, []);
  return now;
}

/** Fetches the editor's code when the page has nothing else to do. */
export function usePreloadedEditor(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadEditor().catch(() => undefined), 1_500);
    return () => clearTimeout(timer);
  }, []);
}
